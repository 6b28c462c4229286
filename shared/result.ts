/**
 * What every boundary answers: a value, or an error as data.
 *
 * Electron strips custom errors and HTTP has none, so a failure crosses both as plain data. `code` is what
 * programs compare and what the screen translates; `message` is English, for a log, and never holds personal data.
 */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }

export interface AppError {
  readonly code: ErrorCode
  readonly message: string
  /** Numbers and names that the sentence on the screen needs; never a candidate's data. */
  readonly params?: Readonly<Record<string, string | number>>
  /** One entry for each field that is wrong, so that a form can say all of it at once. */
  readonly fields?: readonly FieldError[]
}

export interface FieldError {
  readonly field: string
  readonly code: FieldCode
  readonly params?: Readonly<Record<string, string | number>>
}

/** What can be wrong with one field. Each has a sentence in every language of the interface. */
export const fieldCodes = [
  'field.required',
  'field.tooLong',
  'field.unprintable',
  'field.invalid',
  'field.notEditable',
  'email.invalid',
  'date.invalid',
  'date.notInPast',
  'date.past',
  'time.invalid',
  'time.endBeforeStart',
] as const
export type FieldCode = (typeof fieldCodes)[number]

/** Everything that can go wrong across a boundary. Each has a sentence in every language of the interface. */
export const errorCodes = [
  'call.invalid',
  'call.forbidden',
  'call.failed',
  'input.invalid',
  'candidate.unknown',
  'change.unknown',
  'change.parentRefused',
  'session.unknown',
  'session.cancelled',
  'session.closed',
  'registration.unknown',
  'registration.twice',
  'registration.full',
  'registration.cancelled',
  'candidate.emailGuarded',
  'candidate.notProven',
  'candidate.triedTooOften',
  'codes.noEmail',
  'codes.held',
  'codes.tooMany',
  'codes.addressOpen',
  'hold.unknown',
  'hold.decided',
  'correction.unknown',
  'correction.decided',
  'correction.changed',
  'merge.unknown',
  'merge.impossible',
  'merge.tooLate',
  'checkIn.unknown',
  'checkIn.already',
  'checkIn.notToday',
  'checkIn.oneself',
  'attestation.notReleased',
  'attestation.replaced',
  'attestation.badSignature',
  'attestation.copied',
  'attendance.notPresent',
  'list.none',
  'list.unreadable',
  'list.tooBig',
  'list.tooLong',
  'list.empty',
  'list.columns',
  'list.undecided',
  'list.reasonMissing',
  'document.unknown',
  'document.letterMissing',
  'printer.unknown',
  'printer.failed',
  'printer.silent',
  'printBatch.open',
  'printBatch.unsettled',
  'file.notWritten',
  'disk.full',
  'desk.notPaired',
  'desk.unreadable',
  'pairing.codeRefused',
  'pairing.notAllowed',
  'operator.refused',
  'operator.locked',
  'operator.grantExpired',
  'operator.notKnownHere',
  'central.addressInvalid',
  'central.unreachable',
  'central.silent',
  'central.notCertassur',
  'central.refused',
  'central.busy',
  'central.failed',
  'desk.refused',
  'cache.missing',
  'cache.notADatabase',
  'cache.wrongKey',
  'cache.newer',
  'cache.damaged',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (
  code: ErrorCode,
  message: string,
  more: Pick<AppError, 'params' | 'fields'> = {},
): { readonly ok: false; readonly error: AppError } => ({ ok: false, error: { code, message, ...more } })

/** Makes the compiler refuse a switch that forgets a case. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${typeof value}`)
}
