import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFormat } from '../i18n/format.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { PersonName } from '../ui/Detail.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import styles from './ChoosingStrip.module.css'
import type { Person } from './registerStore.ts'
import { isOver } from './status.ts'
import { useSessions } from './store.ts'

/** For whom a session is being chosen, as long as somebody waits for one. */
export function ChoosingStrip() {
  const { person, error } = useStore(useSessions().choosing)
  return (
    <>
      {error && (
        <div className={styles.error}>
          <ErrorNotice error={error} />
        </div>
      )}
      {person && <Waiting person={person} />}
    </>
  )
}

function Waiting({ person }: { person: Person }) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const { open, stopRegistering } = useSessions()
  const tooLate = useStore(open, ({ record }) => record !== null && isOver(record))
  useShortcut('Escape', stopRegistering)
  return (
    <div className={styles.strip}>
      <IconUserPlus size={18} stroke={1.75} aria-hidden />
      <p role="status">
        {t(($) => $.choosing.title)} <PersonName lastName={person.lastName} firstName={person.firstName} />
        <small>{[person.birthDate && format.day(person.birthDate), person.login].filter(Boolean).join(' · ')}</small>
        {tooLate && <span className={styles.tooLate}>{t(($) => $.empty.peopleOver)}</span>}
      </p>
      <Button variant="default" rightSection={<kbd aria-hidden>Esc</kbd>} onClick={stopRegistering}>
        {t(($) => $.choosing.giveUp)}
      </Button>
    </div>
  )
}
