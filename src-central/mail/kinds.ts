import type { CorrectionKind } from '../../shared/correction.ts'
import type { MailKind } from '../../shared/mail.ts'

/** The mails that come with a calendar file, about one registration each. */
export const calendarKinds = ['invitation', 'changed', 'moved', 'cancelled'] as const satisfies readonly MailKind[]

/** The mails with a password in them. */
export const codesKinds = ['codes', 'codesAgain'] as const satisfies readonly MailKind[]

export type MailStatus = 'waiting' | 'sending' | 'sent' | 'failed' | 'bounced'

/** When and where somebody was to sit, as he had been told. */
export interface Appointment {
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  readonly locationId: string
  readonly room: string | null
}

/** What a mail says that no table says any more when it is sent. */
export interface MailData {
  /** Counts the calendar files about one registration: a higher one replaces those before. */
  readonly sequence?: number
  readonly before?: Appointment
  /** The whole session is off, not only this registration. */
  readonly session?: boolean
  /** The login that remains. */
  readonly login?: string | null
  /** What he had asked of his centre, and what it wrote. */
  readonly asked?: CorrectionKind
  readonly answer?: string | null
}

/** A mail as it was written, where central keeps it instead of sending it. */
export interface KeptMessage {
  readonly from: string
  readonly replyTo: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: string | null
}
