import { useEffect, useState } from 'react'
import type { SessionRow } from '../../shared/calls/session.ts'
import type { Desk } from '../desk.ts'
import { useDayText } from '../ui/useDayText.ts'

/** Day, hour and place of a session, as it is called in a sentence; null until it is known, or without one. */
export function useSessionName(desk: Desk, id: string | null): string | null {
  const dayText = useDayText()
  const [row, setRow] = useState<SessionRow | null>(null)
  useEffect(() => {
    if (id === null) return
    desk.call('session:read', { id }).then(setRow, () => setRow(null))
  }, [desk, id])
  if (id === null || row?.session.id !== id) return null
  const { session, location } = row
  return `${dayText(session.date)} · ${session.startTime} – ${session.endTime} · ${location}`
}
