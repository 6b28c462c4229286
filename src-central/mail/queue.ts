import { z } from 'zod'
import type { DocumentLanguage } from '../../shared/centre.ts'
import type { MailKind } from '../../shared/mail.ts'
import { maskEmail } from '../../shared/mask.ts'
import type { Central } from '../central.ts'
import type { Transacting } from '../sync/judge.ts'
import type { MailData } from './kinds.ts'

/** The act that causes a mail: its transaction, its centre and its moment. */
export interface Cause {
  readonly db: Transacting
  readonly central: Central
  /** Where answers go; null when no centre is behind it. */
  readonly centreId: string | null
  /** UTC ISO. */
  readonly at: string
}

export interface NewMail {
  /** Of an act that causes one mail and nothing else: its own id, by which the desk knows what became of it. */
  readonly id?: string
  readonly kind: MailKind
  readonly candidateId: string
  readonly registrationId?: string
  readonly to: string
  readonly language: DocumentLanguage
  readonly data?: MailData
  /** A second mail with the same key is the first one. */
  readonly dedupeKey: string
}

/** Whether any server could be asked to write to it; an import may bring an address that none could. */
export const isAddress = (text: string): boolean => z.email().safeParse(text).success

/**
 * Puts a mail in the queue, in the transaction of what it tells about (docs/protocol.md, C12).
 *
 * That is the whole guarantee: an act that is not committed causes no mail, and one that is always does.
 */
export async function queueMail({ db, central, centreId, at }: Cause, mail: NewMail): Promise<void> {
  const { id = central.newId(), registrationId = null, data = {}, ...values } = mail
  const possible = isAddress(mail.to)
  await db
    .insertInto('mail')
    .values({
      ...values,
      id,
      centreId,
      registrationId,
      shown: maskEmail(mail.to),
      data: JSON.stringify(data),
      createdAt: at,
      nextAt: at,
      // Nobody waits for a mail that cannot leave: the centre sees at once that the address is none.
      ...(possible ? {} : { status: 'failed', fate: 'malformed', endedAt: at }),
    })
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .execute()
}
