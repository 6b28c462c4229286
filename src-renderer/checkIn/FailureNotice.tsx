import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './Door.module.css'
import { PersonName } from './PersonName.tsx'
import { useCheckIn } from './store.ts'

/** An act that was not written: whom it was about, why, and that pressing again is safe. */
export function FailureNotice() {
  const { t } = useTranslation('checkIn')
  const { t: common } = useTranslation('common')
  const { door } = useCheckIn()
  const { failure, list } = useStore(door)
  if (!failure) return null
  const row = list?.rows.find(({ registration }) => registration.id === failure.registrationId)
  return (
    <ErrorNotice error={failure.error}>
      {row && (
        <p className={styles.failed}>
          {t(($) => $.failed)} · <PersonName person={row} />
        </p>
      )}
      <Button variant="default" onClick={door.dismiss}>
        {common(($) => $.close)}
      </Button>
    </ErrorNotice>
  )
}
