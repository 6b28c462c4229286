import { IconAlertTriangle, IconCheck, IconClockExclamation, IconClockUp, IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SyncState } from '../../shared/calls/sync.ts'
import { useErrorText } from '../i18n/errorText.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { Notice } from '../ui/Notice.tsx'
import { clockError } from './act.ts'
import styles from './HeadLine.module.css'

/** The one sentence that the screen is about, and what stands in the way of it. */
export function HeadLine() {
  const { t } = useTranslation('exchange')
  const { sync: store } = useTools()
  const sync = useStore(store, (state) => state.sync)
  const problemText = useErrorText()
  if (!sync) return null
  const sent = sync.waiting === 0
  const Symbol = sent ? IconCheck : IconClockUp
  const problem = sync.line === 'offline' ? null : sync.problem
  const text = problem && problemText({ code: problem })
  return (
    <div className={styles.head}>
      <p className={styles.sentence} data-sent={sent} role="status">
        <Symbol size={20} stroke={1.9} aria-hidden />
        {sent ? t(($) => $.head.allSent) : t(($) => $.head.notSent, { count: sync.waiting })}
      </p>
      {sync.line === 'offline' && <OfflineSince sync={sync} />}
      {text && (
        <Notice tone="bad" icon={IconAlertTriangle} title={text.what}>
          <p>
            {text.why} {text.next}
          </p>
        </Notice>
      )}
      <ClockNotice offset={sync.clockOffset} />
    </div>
  )
}

function OfflineSince({ sync: { offlineSince } }: { sync: SyncState }) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  const when = offlineSince && { date: format.date(offlineSince), time: format.time(offlineSince) }
  return (
    <p className={styles.offline}>
      <IconCloudOff size={16} stroke={1.9} aria-hidden />
      {!when
        ? t(($) => $.head.offline)
        : format.isToday(offlineSince)
          ? t(($) => $.head.offlineToday, when)
          : t(($) => $.head.offlineBefore, when)}
    </p>
  )
}

function ClockNotice({ offset }: { offset: number | null }) {
  const { t, i18n } = useTranslation('exchange')
  const error = clockError(offset)
  if (!error) return null
  const amount = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: error.unit, unitDisplay: 'long' })
  return (
    <Notice tone="warn" icon={IconClockExclamation} title={t(($) => $.clock.title)}>
      <p>
        {t(($) => $.clock[error.way], { by: amount.format(error.by) })} {t(($) => $.clock.help)}
      </p>
    </Notice>
  )
}
