import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { FirstLoad } from '../candidates/FirstLoad.tsx'
import { OfflineTag } from '../sync/OfflineTag.tsx'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { useLongDay } from '../ui/useDayText.ts'
import { IncompleteList } from './IncompleteList.tsx'
import { SessionLines } from './SessionLines.tsx'
import { useToday } from './store.ts'
import { TodoList } from './TodoList.tsx'
import styles from './TodayScreen.module.css'

/** What the day begins with: its sessions, and what waits for somebody. */
export function TodayScreen() {
  const { t } = useTranslation('today')
  const { t: common } = useTranslation('common')
  const store = useToday()
  const { sync } = useTools()
  const { today, error } = useStore(store)
  const longDay = useLongDay()
  // Half of a centre's data would say that nothing is planned and nothing waits.
  const loading = useStore(sync, (state) => state.sync?.firstLoad ?? false)
  useEffect(() => store.follow(), [store])
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t(($) => $.title)}</h1>
        {today && <span className={styles.date}>{longDay(today.date)}</span>}
        <OfflineTag />
        <ExchangeSentence />
      </header>
      <FirstLoad />
      <div className={styles.body} data-loading={loading}>
        {error && (
          <div className={styles.error}>
            <ErrorNotice error={error}>
              <Button variant="default" onClick={() => store.refresh()}>
                {common(($) => $.retry)}
              </Button>
            </ErrorNotice>
          </div>
        )}
        {today && !loading && (
          <>
            <div className={styles.column}>
              <SessionLines
                title={t(($) => $.sessions.today)}
                none={t(($) => $.sessions.none)}
                rows={today.sessions}
                isToday
              />
              <SessionLines title={t(($) => $.sessions.next)} none={t(($) => $.sessions.noneNext)} rows={today.next} />
            </div>
            <div className={styles.column}>
              <TodoList today={today} />
              <IncompleteList today={today} />
            </div>
          </>
        )}
      </div>
    </div>
  )
}

function ExchangeSentence() {
  const { t } = useTranslation('today')
  const { sync: store, going } = useTools()
  const waiting = useStore(store, ({ sync }) => sync?.waiting)
  if (waiting === undefined) return null
  const text = waiting === 0 ? t(($) => $.exchange.allSent) : t(($) => $.exchange.notSent, { count: waiting })
  if (!going.has('exchange')) return <span className={styles.exchange}>{text}</span>
  return (
    <Button
      className={styles.exchange}
      variant="subtle"
      onClick={() => void going.go({ screen: 'exchange', only: waiting === 0 ? 'all' : 'waiting' })}
    >
      {text}
    </Button>
  )
}
