import {
  type Icon,
  IconAlertTriangle,
  IconArrowsSplit2,
  IconCalendarQuestion,
  IconClockUp,
  IconMailOff,
  IconUserQuestion,
  IconUsers,
} from '@tabler/icons-react'
import type { Candidate } from '../../shared/candidate.ts'
import type { RecordStatus } from '../../shared/calls/candidate.ts'
import type { Tone } from '../ui/Tag.tsx'

/** What an operator should see of a record before opening it. */
export type Remark = 'refused' | 'conflict' | 'held' | 'waiting' | 'noEmail' | 'noBirthDate' | 'sharedEmail'

export const remarkLook: Readonly<Record<Remark, { readonly tone: Tone; readonly icon: Icon }>> = {
  refused: { tone: 'bad', icon: IconAlertTriangle },
  conflict: { tone: 'hold', icon: IconArrowsSplit2 },
  held: { tone: 'hold', icon: IconUserQuestion },
  waiting: { tone: 'neutral', icon: IconClockUp },
  noEmail: { tone: 'warn', icon: IconMailOff },
  noBirthDate: { tone: 'warn', icon: IconCalendarQuestion },
  sharedEmail: { tone: 'warn', icon: IconUsers },
}

/** The remarks on a record, the most urgent first. */
export function remarksOn(
  record: Pick<Candidate, 'email' | 'birthDate'> & { readonly status: RecordStatus; readonly sharesEmail: boolean },
): readonly Remark[] {
  const remarks: Remark[] = []
  if (record.status !== 'registered') remarks.push(record.status)
  if (record.email === null) remarks.push('noEmail')
  if (record.birthDate === null) remarks.push('noBirthDate')
  if (record.sharesEmail) remarks.push('sharedEmail')
  return remarks
}
