import type { ComparedCandidate } from '../../shared/calls/duplicate.ts'
import type { Reason } from '../../shared/matching/reasons.ts'
import type { MinimalMatch } from '../../shared/duplicate.ts'
import { type ComparedField, comparedFields, remarkOn } from './remarks.ts'

/**
 * One of two records, as far as it may be shown: a field that is not told is absent, an empty one null.
 *
 * `whole` is false for somebody whom the centre does not know: of his birth date only the year is told, his e-mail is
 * masked, and equal values are known from the reasons alone.
 */
export interface Side {
  readonly whole: boolean
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: string | null
  readonly email: string | null
  readonly phone?: string | null
  readonly login?: string | null
}

export const wholeSide = ({ id: _id, ...values }: ComparedCandidate): Side => ({ whole: true, ...values })

export const minimalSide = ({ lastName, firstName, birthYear, maskedEmail }: MinimalMatch): Side => ({
  whole: false,
  lastName,
  firstName,
  birthDate: birthYear,
  email: maskedEmail,
})

/** What is to be said of one line: what the matcher saw, that one record lacks it, or that only the writing differs. */
export type LineRemark = Reason | 'missing' | 'written' | null

export interface Line {
  readonly field: ComparedField
  readonly left: string | null
  readonly right: string | null
  readonly differs: boolean
  readonly remark: LineRemark
}

/** The lines of a comparison: those that both sides tell. */
export function linesOf(left: Side, right: Side, reasons: readonly Reason[]): readonly Line[] {
  return comparedFields.flatMap((field) => {
    const [a, b] = [left[field], right[field]]
    if (a === undefined || b === undefined) return []
    const seen = remarkOn(field, reasons)
    const masked = !(left.whole && right.whole) && (field === 'birthDate' || field === 'email')
    const differs = masked ? seen?.code !== 'same' && Boolean(a || b) : (a ?? '') !== (b ?? '')
    const lacking = [a, b].filter((value) => !value).length === 1
    // Accents, spaces and the way a number is written do not count.
    const written = seen?.code === 'same' && differs
    return [{ field, left: a, right: b, differs, remark: written ? 'written' : (seen ?? (lacking ? 'missing' : null)) }]
  })
}

/** Whether the address typed here may become the registered one of somebody, as central judges it. */
export const mayTakeEmail = (known: boolean, reasons: readonly Reason[]): boolean =>
  known || reasons.some(({ field, code }) => field === 'birthDate' && code === 'same')

export const isSameEmail = ({ field, code }: Reason): boolean => field === 'email' && code === 'same'
