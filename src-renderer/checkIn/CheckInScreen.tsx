import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Door } from './Door.tsx'
import { SessionChoice } from './SessionChoice.tsx'
import { useCheckIn } from './store.ts'

/** The exam room's screen: which session, then its list. */
export function CheckInScreen() {
  const checkIn = useCheckIn()
  const sessionId = useStore(checkIn.door, (state) => state.sessionId)
  useEffect(() => checkIn.follow(), [checkIn])
  return sessionId === null ? <SessionChoice /> : <Door key={sessionId} />
}
