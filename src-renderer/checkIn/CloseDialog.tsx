import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconClockUp, IconUsers } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './CloseDialog.module.css'
import { PersonName } from './PersonName.tsx'
import { Question } from './Question.tsx'
import frame from './Question.module.css'
import { expected } from './rows.ts'
import { SentSentence } from './SentSentence.tsx'
import { useCheckIn } from './store.ts'
import { useWords } from './useWords.ts'

/** More would push the answers out of sight. */
const namesShown = 14

/** What is left before the session is closed, and whether the PC may be switched off after it. */
export function CloseDialog() {
  const { t } = useTranslation('checkIn')
  const { t: common } = useTranslation('common')
  const words = useWords()
  const { door, acts } = useCheckIn()
  const { list, failure } = useStore(door)
  const [busy, setBusy] = useState(false)
  const end = useRef<HTMLButtonElement>(null)
  const closed = list !== null && list.session.closedAt !== null
  useEffect(() => {
    if (closed) end.current?.focus()
  }, [closed])
  if (!list) return null
  const missing = expected(list.rows).filter(({ mark }) => mark === null)

  const run = async (act: () => Promise<boolean>) => {
    if (busy) return
    setBusy(true)
    await act()
    setBusy(false)
  }

  if (closed) {
    return (
      <Question title={t(($) => $.close.done)}>
        <div className={styles.end}>
          <SentSentence />
        </div>
        <div className={frame.answers}>
          <Button ref={end} onClick={() => acts.ask(null)}>
            {common(($) => $.close)}
          </Button>
        </div>
      </Question>
    )
  }
  return (
    <Question title={t(($) => $.close.title, { date: words.day(list.session.date), time: list.session.startTime })}>
      <div className={styles.facts}>
        {missing.length > 0 ? (
          <Notice tone="warn" icon={IconUsers} title={t(($) => $.close.unmarked, { count: missing.length })}>
            <ul className={styles.missing}>
              {missing.slice(0, namesShown).map((row) => (
                <li key={row.registration.id}>
                  <PersonName person={row} />
                </li>
              ))}
              {missing.length > namesShown && <li>{t(($) => $.close.more, { count: missing.length - namesShown })}</li>}
            </ul>
            <Button variant="default" loading={busy} onClick={() => void run(() => door.markAbsent(missing))}>
              {t(($) => $.close.absent, { count: missing.length })}
            </Button>
          </Notice>
        ) : (
          <Notice tone="neutral" icon={IconCircleCheck} title={t(($) => $.close.complete)} />
        )}
        {list.unsentNames > 0 && (
          <Notice tone="warn" icon={IconAlertTriangle} title={t(($) => $.close.names, { count: list.unsentNames })}>
            <p>{t(($) => $.close.namesHelp)}</p>
          </Notice>
        )}
        {list.unsent > 0 && (
          <Notice tone="neutral" icon={IconClockUp} title={t(($) => $.close.unsent, { count: list.unsent })} />
        )}
        {failure && <ErrorNotice error={failure.error} />}
      </div>
      <p className={frame.help}>{t(($) => $.close.after)}</p>
      <div className={styles.answers}>
        <Button data-autofocus disabled={busy} onClick={() => void run(door.close)}>
          {t(($) => $.close.save)}
        </Button>
        <Button variant="default" onClick={() => acts.ask(null)}>
          {common(($) => $.cancel)}
        </Button>
      </div>
    </Question>
  )
}
