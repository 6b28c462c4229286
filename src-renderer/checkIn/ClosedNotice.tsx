import { IconCalendarOff, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFormat } from '../i18n/format.ts'
import { Notice } from '../ui/Notice.tsx'
import { SentSentence } from './SentSentence.tsx'
import { useCheckIn } from './store.ts'

/** Why nothing can be noted on this list any more. */
export function ClosedNotice() {
  const { t } = useTranslation('checkIn')
  const format = useFormat()
  const { door } = useCheckIn()
  const list = useStore(door, (state) => state.list)
  if (!list || list.open) return null
  const { status, cancelReason, closedAt, closedBy, date } = list.session
  if (closedAt !== null) {
    const time = format.time(closedAt)
    const title = closedBy
      ? t(($) => $.closed.closed, { time, name: closedBy })
      : t(($) => $.closed.closedNobody, { time })
    return (
      <Notice tone="neutral" icon={IconLock} title={title}>
        <SentSentence />
      </Notice>
    )
  }
  if (status === 'cancelled') {
    const title = cancelReason
      ? t(($) => $.closed.cancelledWhy, { reason: cancelReason })
      : t(($) => $.closed.cancelled)
    return (
      <Notice tone="bad" icon={IconCalendarOff} title={title}>
        <p>{t(($) => $.closed.readOnly)}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="neutral" icon={IconCalendarOff} title={t(($) => $.closed.otherDay)}>
      <p>{t(($) => $.closed.otherDayHelp, { date: format.day(date) })}</p>
    </Notice>
  )
}
