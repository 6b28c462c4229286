import { Button } from '@mantine/core'
import { IconClockQuestion, IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useCandidates } from '../candidates/store.ts'
import { useTools } from '../tools.ts'
import { PersonName } from '../ui/Detail.tsx'
import styles from '../ui/strip.module.css'

/** Above the list: a form that was left aside, and those who wait for a verification. */
export function CreationStrip({ onBegin }: { onBegin: () => void }) {
  const { t } = useTranslation('creation')
  const { creation } = useCandidates()
  const { sync: store } = useTools()
  const { id, shown, typed } = useStore(creation)
  const waiting = useStore(creation.waiting, ({ people }) => people.length)
  const online = useStore(store, ({ sync }) => sync?.line === 'online')
  if (shown) return null
  return (
    <>
      {id !== null && (
        <div className={styles.strip}>
          <IconUserPlus size={18} stroke={1.75} aria-hidden />
          <p role="status">
            {t(($) => $.aside.title)} <PersonName lastName={typed.lastName} firstName={typed.firstName} />
          </p>
          <Button variant="default" onClick={onBegin}>
            {t(($) => $.aside.resume)}
          </Button>
          <Button variant="subtle" onClick={creation.close}>
            {t(($) => $.aside.giveUp)}
          </Button>
        </div>
      )}
      {id === null && waiting > 0 && (
        <div className={styles.strip}>
          <IconClockQuestion size={18} stroke={1.75} aria-hidden />
          <p role="status">
            <b>{t(($) => $.waiting.title, { count: waiting })}</b> {online && t(($) => $.waiting.online)}
          </p>
          <Button variant="default" onClick={onBegin}>
            {t(($) => $.waiting.show)}
          </Button>
        </div>
      )}
    </>
  )
}
