import {
  type Icon,
  IconAlertTriangle,
  IconArmchair,
  IconArrowsSplit2,
  IconBan,
  IconCalendarQuestion,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconClockUp,
  IconDoorExit,
  IconMailOff,
  IconUserCheck,
  IconUserOff,
  IconUserQuestion,
} from '@tabler/icons-react'
import type { Registered } from '../../shared/calls/session.ts'
import type { Mark } from '../../shared/checkIn.ts'
import type { Tone } from '../ui/Tag.tsx'

/** What an operator should see of somebody's registration. */
export type PersonRemark =
  | Mark
  | 'refused'
  | 'conflict'
  | 'toConfirm'
  | 'waiting'
  | 'cancelled'
  | 'requested'
  | 'registered'
  | 'noEmail'
  | 'noBirthDate'

export const personLook: Readonly<Record<PersonRemark, { readonly tone: Tone; readonly icon: Icon }>> = {
  refused: { tone: 'bad', icon: IconAlertTriangle },
  conflict: { tone: 'hold', icon: IconArrowsSplit2 },
  toConfirm: { tone: 'hold', icon: IconArmchair },
  cancelled: { tone: 'neutral', icon: IconBan },
  present: { tone: 'ok', icon: IconCircleCheck },
  late: { tone: 'warn', icon: IconClock },
  absent: { tone: 'neutral', icon: IconUserOff },
  notAdmitted: { tone: 'bad', icon: IconCircleX },
  leftEarly: { tone: 'warn', icon: IconDoorExit },
  waiting: { tone: 'neutral', icon: IconClockUp },
  requested: { tone: 'hold', icon: IconUserQuestion },
  registered: { tone: 'neutral', icon: IconUserCheck },
  noEmail: { tone: 'warn', icon: IconMailOff },
  noBirthDate: { tone: 'warn', icon: IconCalendarQuestion },
}

/** The remarks on a registration, the most urgent first; never none. */
export function personRemarks({ registration, mark, status, email, birthDate }: Registered): readonly PersonRemark[] {
  const remarks: PersonRemark[] = []
  if (status === 'refused' || status === 'conflict') remarks.push(status)
  if (registration.status === 'cancelled') return [...remarks, 'cancelled']
  if (registration.seat === 'toConfirm') remarks.push('toConfirm')
  if (mark !== null) remarks.push(mark)
  else remarks.push(registration.status === 'requested' ? 'requested' : status === 'waiting' ? 'waiting' : 'registered')
  if (mark === null && email === null) remarks.push('noEmail')
  if (mark === null && birthDate === null) remarks.push('noBirthDate')
  // That somebody is registered goes without saying as soon as there is more to say.
  return remarks.length > 1 ? remarks.filter((remark) => remark !== 'registered') : remarks
}
