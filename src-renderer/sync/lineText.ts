import { useTranslation } from 'react-i18next'
import type { SyncState } from '../../shared/calls/sync.ts'
import { useFormat } from '../i18n/format.ts'

/** One sentence on the line to central; a date only when it is not today's. */
export function useLineText(): (sync: SyncState) => string {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const when = (instant: string) => ({ date: format.date(instant), time: format.time(instant) })
  return ({ line, firstLoad, records, receivedAt, offlineSince }) => {
    if (line === 'offline') {
      if (!offlineSince) return t(($) => $.offline.unknown)
      return format.isToday(offlineSince)
        ? t(($) => $.offline.today, when(offlineSince))
        : t(($) => $.offline.before, when(offlineSince))
    }
    if (line === 'unknown') return t(($) => $.checking)
    if (firstLoad) return t(($) => $.first, { count: records })
    if (!receivedAt) return t(($) => $.online.never)
    return format.isToday(receivedAt)
      ? t(($) => $.online.today, when(receivedAt))
      : t(($) => $.online.before, when(receivedAt))
  }
}
