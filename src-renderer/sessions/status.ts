import {
  type Icon,
  IconAlertTriangle,
  IconArmchair,
  IconArrowsSplit2,
  IconBan,
  IconCalendarCheck,
  IconClockUp,
  IconLock,
  IconLockOpen,
} from '@tabler/icons-react'
import type { Registered, SessionRow } from '../../shared/calls/session.ts'
import type { Tone } from '../ui/Tag.tsx'

/** How a session stands, the most urgent first. */
export type Remark = 'refused' | 'conflict' | 'toConfirm' | 'waiting' | 'cancelled' | 'closed' | 'toClose' | 'planned'

export const remarkLook: Readonly<Record<Remark, { readonly tone: Tone; readonly icon: Icon }>> = {
  refused: { tone: 'bad', icon: IconAlertTriangle },
  conflict: { tone: 'hold', icon: IconArrowsSplit2 },
  toConfirm: { tone: 'hold', icon: IconArmchair },
  waiting: { tone: 'neutral', icon: IconClockUp },
  cancelled: { tone: 'neutral', icon: IconBan },
  closed: { tone: 'ok', icon: IconLock },
  toClose: { tone: 'warn', icon: IconLockOpen },
  planned: { tone: 'neutral', icon: IconCalendarCheck },
}

/** @param today `YYYY-MM-DD` */
export function remarksOn(
  { session, counts, status }: Pick<SessionRow, 'session' | 'counts' | 'status'>,
  today: string,
): readonly Remark[] {
  const remarks: Remark[] = []
  if (status === 'refused' || status === 'conflict') remarks.push(status)
  if (counts.toConfirm > 0 && session.status === 'planned') remarks.push('toConfirm')
  if (status === 'waiting') remarks.push('waiting')
  if (session.status === 'cancelled') remarks.push('cancelled')
  else if (session.closedAt !== null) remarks.push('closed')
  else remarks.push(session.date < today ? 'toClose' : 'planned')
  return remarks
}

export const isFull = ({ session, counts }: Pick<SessionRow, 'session' | 'counts'>): boolean =>
  counts.registered >= session.seats

/** How many have a seat, of how many: the same figures in every language. */
export const seatsOf = ({ session, counts }: Pick<SessionRow, 'session' | 'counts'>): string =>
  `${counts.registered}/${session.seats}`

/** Nobody can be added, moved or taken away any more. */
export const isOver = ({ session }: Pick<SessionRow, 'session'>): boolean =>
  session.status === 'cancelled' || session.closedAt !== null

/** There is still something to invite people to. @param today `YYYY-MM-DD` */
export const mayInvite = (row: Pick<SessionRow, 'session'>, today: string): boolean =>
  !isOver(row) && row.session.date >= today

export const takesSeat = ({ registration }: Registered): boolean => registration.status !== 'cancelled'

/** The lowest PC that nobody has; null when all are given. */
export function nextFreePc(seats: number, registrations: readonly Registered[]): number | null {
  const taken = new Set(registrations.filter(takesSeat).map(({ registration }) => registration.pc))
  for (let pc = 1; pc <= seats; pc += 1) if (!taken.has(pc)) return pc
  return null
}
