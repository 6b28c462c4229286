import {
  type Icon,
  IconAlertTriangle,
  IconArrowsSplit2,
  IconCheck,
  IconClockUp,
  IconEye,
  IconHourglass,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { ExchangeLine } from '../../shared/calls/sync.ts'
import { assertNever, type FieldCode } from '../../shared/result.ts'
import type { Tone } from '../ui/Tag.tsx'

/** How far an act is, in one word. */
export type ActState = 'waiting' | 'blocked' | 'accepted' | 'flagged' | 'conflict' | 'refused' | 'closed' | 'settled'

export const actLook: Readonly<Record<ActState, { readonly tone: Tone; readonly icon: Icon }>> = {
  waiting: { tone: 'neutral', icon: IconClockUp },
  blocked: { tone: 'neutral', icon: IconHourglass },
  accepted: { tone: 'ok', icon: IconCheck },
  flagged: { tone: 'warn', icon: IconInfoCircle },
  conflict: { tone: 'hold', icon: IconArrowsSplit2 },
  refused: { tone: 'bad', icon: IconAlertTriangle },
  closed: { tone: 'neutral', icon: IconEye },
  settled: { tone: 'neutral', icon: IconCheck },
}

export function stateOf({
  verdict,
  closedAt,
  waitsFor,
}: Pick<ExchangeLine, 'verdict' | 'closedAt' | 'waitsFor'>): ActState {
  if (verdict === null) return waitsFor === null ? 'waiting' : 'blocked'
  switch (verdict.status) {
    case 'accepted':
      return verdict.flags?.length ? 'flagged' : 'accepted'
    case 'conflict':
      return closedAt === null ? 'conflict' : 'settled'
    case 'rejected':
      return closedAt === null ? 'refused' : 'closed'
    default:
      return assertNever(verdict)
  }
}

/** What an operator can enter, in the order in which it is read. Ids of other records are not for reading. */
export const actFields = [
  'lastName',
  'firstName',
  'birthDate',
  'language',
  'email',
  'phone',
  'date',
  'startTime',
  'endTime',
  'locationId',
  'room',
  'mode',
  'exams',
  'seats',
  'controllers',
  'note',
  'pc',
  'overrideReason',
  'cancelReason',
  'mark',
  'at',
  'identity',
  'refusal',
  'remark',
  'undoReason',
  'closedAt',
  'number',
  'issuedAt',
  'documentKind',
  'copy',
  'way',
  'printer',
  'decision',
  'takeEmail',
  'reason',
] as const
export type ActField = (typeof actFields)[number]

/** One value that was entered; `theirs` and `wrong` are central's answer to it. */
export interface EnteredValue {
  readonly field: ActField
  readonly value: unknown
  readonly theirs: { readonly value: unknown } | null
  readonly wrong: FieldCode | null
}

/** What was entered, field by field. An empty field of a new record says nothing; of an edit it says "emptied". */
export function enteredValues({ kind, patch, verdict }: Pick<ExchangeLine, 'kind' | 'patch' | 'verdict'>) {
  const isEdit = kind.endsWith('.edit')
  const wrong = verdict?.status === 'rejected' ? (verdict.fields ?? []) : []
  const conflicts = verdict?.status === 'conflict' ? verdict.conflicts : {}
  return (
    actFields
      // Of two people each keeps his own address.
      .filter((field) => field !== 'takeEmail' || patch['decision'] === 'same')
      .filter((field) => field in patch && (isEdit || (patch[field] !== null && patch[field] !== '')))
      .map(
        (field): EnteredValue => ({
          field,
          value: patch[field],
          theirs: conflicts[field] ?? null,
          // Central names a field by its way through the change: patch.exams.0
          wrong: wrong.find((one) => one.field.split('.').includes(field))?.code ?? null,
        }),
      )
  )
}

const clockTolerance = 5 * 60_000

interface ClockError {
  readonly way: 'slow' | 'fast'
  readonly by: number
  readonly unit: 'minute' | 'hour' | 'day'
}

/** How wrong this PC's clock is, when it matters. @param offset central minus desk, in milliseconds */
export function clockError(offset: number | null): ClockError | null {
  if (offset === null || Math.abs(offset) <= clockTolerance) return null
  const way = offset > 0 ? 'slow' : 'fast'
  const minutes = Math.round(Math.abs(offset) / 60_000)
  if (minutes < 120) return { way, by: minutes, unit: 'minute' }
  const hours = Math.round(minutes / 60)
  return hours < 48 ? { way, by: hours, unit: 'hour' } : { way, by: Math.round(hours / 24), unit: 'day' }
}
