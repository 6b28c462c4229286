import { z } from 'zod'
import { idSchema } from './ids.ts'

/**
 * What candidates are written, by name.
 *
 * `codes`: the login, and a first password; `codesAgain`: because he asked for them · `invitation`: to a session; `changed`, `moved`, `cancelled`: what becomes of
 * it · `emailNew` to the address that replaces another one, `emailOld` to the one that was replaced, without the new ·
 * `merged`: which login remains · `correctionAccepted`, `correctionRefused`: what his centre says to what he asked for in
 * MyCertassur · `emailConfirm`: a code, to an address that he says is his · `advice`: the
 * recommendations before a session.
 */
const mailKinds = [
  'codes',
  'codesAgain',
  'invitation',
  'changed',
  'moved',
  'cancelled',
  'emailNew',
  'emailOld',
  'merged',
  'correctionAccepted',
  'correctionRefused',
  'emailConfirm',
  'advice',
] as const
export type MailKind = (typeof mailKinds)[number]

/**
 * Why a mail did not arrive. `refused`: the server knows no such address · `malformed`: nobody could have it ·
 * `unreachable`: no server took it in three days · `inDoubt`: the line broke while the server had it; it is not sent
 * twice · `withdrawn`: it had become untrue before it left · `returned`: a server took it and gave it back. One more is of a
 * mail that is done with: `kept`, a central without a mail server sent it nowhere.
 */
const mailFates = ['refused', 'malformed', 'unreachable', 'inDoubt', 'withdrawn', 'returned', 'kept'] as const
export type MailFate = (typeof mailFates)[number]

/**
 * A mail to a candidate as his centre sees it: that one went and what became of it, never what it says.
 *
 * `shown` is the address by which its owner knows it again. `waiting` is also one that is tried again; `endedAt` says when
 * it was sent or given up.
 */
export const mailSchema = z.object({
  id: idSchema,
  kind: z.enum(mailKinds),
  candidateId: idSchema,
  shown: z.string(),
  status: z.enum(['waiting', 'sent', 'failed', 'bounced']),
  fate: z.enum(mailFates).nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  version: z.int(),
})
export type Mail = Readonly<z.output<typeof mailSchema>>
