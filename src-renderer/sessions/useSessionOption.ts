import { useTranslation } from 'react-i18next'
import type { SessionRow } from '../../shared/calls/session.ts'
import { useDayText } from '../ui/useDayText.ts'
import './texts.ts'

/** A session as one line to choose: day, hours, place, and the seats that are left. */
export function useSessionOption(): (row: SessionRow) => { readonly value: string; readonly label: string } {
  const { t } = useTranslation('sessions')
  const dayText = useDayText()
  return ({ session, location, counts }) => {
    const free = session.seats - counts.registered
    const seats = free > 0 ? t(($) => $.option.free, { count: free }) : t(($) => $.option.full)
    const label = [dayText(session.date), `${session.startTime} – ${session.endTime}`, location, seats].join(' · ')
    return { value: session.id, label }
  }
}
