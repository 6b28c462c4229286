import { Button } from '@mantine/core'
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { OfflineTag } from '../sync/OfflineTag.tsx'
import styles from './Door.module.css'
import { countOf, expected } from './rows.ts'
import { useCheckIn } from './store.ts'
import { useWords } from './useWords.ts'

/** Which session this is, and what is done with it as a whole. */
export function DoorHead() {
  const { t } = useTranslation('checkIn')
  const words = useWords()
  const { day, door, acts, open } = useCheckIn()
  const list = useStore(door, (state) => state.list)
  const several = useStore(day, ({ sessions }) => sessions.some(({ session }) => session.id !== list?.session.id))
  const unmarked = countOf(expected(list?.rows ?? []), 'unmarked')
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{t(($) => $.title)}</h1>
      {list && (
        <span
          className={styles.where}
          title={
            list.controllers.length > 0
              ? t(($) => $.head.controllers, { names: list.controllers.join(', ') })
              : undefined
          }
        >
          {t(($) => $.head.place, {
            date: words.day(list.session.date),
            time: list.session.startTime,
            place: words.place(list.location, list.session),
          })}
        </span>
      )}
      <OfflineTag />
      <div className={styles.acts}>
        {several && (
          <Button
            className={styles.other}
            variant="default"
            leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
            aria-label={t(($) => $.choose.other)}
            title={t(($) => $.choose.other)}
            onClick={() => open(null)}
          >
            <span className={styles.word}>{t(($) => $.choose.other)}</span>
          </Button>
        )}
        {list && (
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
            onClick={() => acts.ask({ kind: 'signList' })}
          >
            {t(($) => $.head.signList)}
          </Button>
        )}
        {list?.open && (
          <Button onClick={() => acts.ask({ kind: 'close' })}>
            {unmarked > 0 ? t(($) => $.head.close, { count: unmarked }) : t(($) => $.head.closeAll)}
          </Button>
        )}
      </div>
    </header>
  )
}
