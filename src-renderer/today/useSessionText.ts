import type { SessionRow } from '../../shared/calls/session.ts'
import { useDayText } from '../ui/useDayText.ts'

/** A session as people call it: samedi 28/11 09:00 · Namur · salle 2. */
export function useSessionText(): (row: SessionRow) => string {
  const dayText = useDayText()
  return ({ session: { date, startTime, room }, location }) =>
    [`${dayText(date)} ${startTime}`, location, room].filter(Boolean).join(' · ')
}
