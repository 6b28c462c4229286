import type { CandidateSession } from '../../shared/calls/session.ts'
import { type Mark } from '../../shared/checkIn.ts'
import { endOf } from '../../shared/session.ts'

/** How somebody stands in a session, in one word. */
export type Place = Mark | 'refused' | 'cancelled' | 'toConfirm' | 'waiting' | 'requested' | 'registered'

export function placeOf({ registration, session, mark, status }: CandidateSession): Place {
  if (status === 'refused' || status === 'conflict') return 'refused'
  if (registration.status === 'cancelled' || session.status === 'cancelled') return 'cancelled'
  if (mark !== null) return mark
  if (registration.seat === 'toConfirm') return 'toConfirm'
  if (status === 'waiting') return 'waiting'
  return registration.status
}

/** He was in the room and the time is over: what an attendance attestation can say. */
export function wasThere({ registration, session, mark }: CandidateSession, now: number): boolean {
  if (registration.status === 'cancelled') return false
  if (mark === 'leftEarly') return true
  const over = session.closedAt !== null || new Date(now).toISOString() >= endOf(session)
  return over && (mark === 'present' || mark === 'late')
}
