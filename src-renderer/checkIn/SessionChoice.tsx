import { Button } from '@mantine/core'
import { IconCalendarOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SessionRow } from '../../shared/calls/session.ts'
import { OfflineTag } from '../sync/OfflineTag.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Tag } from '../ui/Tag.tsx'
import head from './Door.module.css'
import styles from './SessionChoice.module.css'
import { useCheckIn } from './store.ts'
import { ScanNotice } from './ScanNotice.tsx'
import { useKeydown } from './useKeydown.ts'
import { useScanOrDigit } from './useScanOrDigit.ts'
import { useWords } from './useWords.ts'

/** Several sessions today: one key opens one. */
export function SessionChoice() {
  const { t } = useTranslation('checkIn')
  const { t: common } = useTranslation('common')
  const { day, open, acts } = useCheckIn()
  const { sessions, loaded, error } = useStore(day)
  const list = useRef<HTMLOListElement>(null)
  const several = sessions.length > 0
  useEffect(() => {
    if (several) list.current?.querySelector('button')?.focus()
  }, [several])

  useScanOrDigit(
    sessions.map(({ session }) => session.id),
    open,
    (code) => void acts.scan(code),
  )
  useKeydown((event) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (event.key === 'ArrowDown') buttons[Math.min(at + 1, buttons.length - 1)]?.focus()
    else if (event.key === 'ArrowUp') buttons[Math.max(at - 1, 0)]?.focus()
    else return
    event.preventDefault()
  })

  return (
    <div className={head.screen}>
      <header className={head.head}>
        <h1 className={head.title}>{t(($) => $.title)}</h1>
        <OfflineTag />
      </header>
      <div className={styles.area}>
        {error && (
          <div className={styles.notice}>
            <ErrorNotice error={error}>
              <Button variant="default" onClick={() => void day.refresh()}>
                {common(($) => $.retry)}
              </Button>
            </ErrorNotice>
          </div>
        )}
        <ScanNotice />
        {several && (
          <div className={styles.choice}>
            <h2 className={styles.title}>{t(($) => $.choose.title)}</h2>
            <p className={styles.help}>{t(($) => $.choose.help)}</p>
            <ol ref={list} className={styles.list} aria-label={t(($) => $.choose.list)}>
              {sessions.map((row, index) => (
                <SessionLine key={row.session.id} row={row} number={index + 1} onOpen={() => open(row.session.id)} />
              ))}
            </ol>
          </div>
        )}
        {loaded && !error && !several && (
          <EmptyState icon={IconCalendarOff} title={t(($) => $.choose.none)} help={t(($) => $.choose.noneHelp)} />
        )}
      </div>
    </div>
  )
}

interface SessionLineProps {
  readonly row: SessionRow
  readonly number: number
  readonly onOpen: () => void
}

function SessionLine({ row: { session, location, counts }, number, onOpen }: SessionLineProps) {
  const { t } = useTranslation('checkIn')
  const words = useWords()
  const present = counts.present + counts.late + counts.leftEarly
  return (
    <li>
      <button type="button" className={styles.line} onClick={onOpen}>
        <kbd>{number}</kbd>
        <time className={styles.hour}>{session.startTime}</time>
        <span className={styles.place}>
          <b>{words.place(location, session)}</b>
          <span className={styles.exams}>{words.exams(session.exams)}</span>
        </span>
        <span className={styles.state}>
          {session.status === 'cancelled' ? (
            <Tag tone="bad" icon={IconCalendarOff}>
              {t(($) => $.choose.cancelled)}
            </Tag>
          ) : session.closedAt ? (
            t(($) => $.choose.closed)
          ) : (
            t(($) => $.choose.counts, { count: counts.registered, present })
          )}
        </span>
      </button>
    </li>
  )
}
