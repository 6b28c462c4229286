import { z } from 'zod'
import { attendanceSchema, attestationSchema, printSchema, resultSchema } from './attestation.ts'
import { adviceSchema } from './advice.ts'
import { contactSchema } from './contact.ts'
import { correctionSchema } from './correction.ts'
import { candidateSchema } from './candidate.ts'
import { centreSchema } from './centre.ts'
import { entities, redirected } from './changes/shape.ts'
import { checkInSchema } from './checkIn.ts'
import { distinctionSchema, holdSchema, mergeRequestSchema } from './duplicate.ts'
import { historySchema } from './history.ts'
import { idSchema } from './ids.ts'
import { mailSchema } from './mail.ts'
import { operatorSchema } from './operator.ts'
import { registrationSchema } from './registration.ts'
import { sessionSchema } from './session.ts'
import { answerSchema } from './verdict.ts'

/** Version of the contract below; raised when a desk or a central of before could misread the other. */
export const apiSchema = 5

/** A push carries at most so many changes, and at most so many bytes (docs/protocol.md, D3). */
export const pushLimit = { changes: 50, bytes: 256_000 } as const

/** A page on the desk's live file is applied in one transaction and must not hold the main process (docs/protocol.md, D6). */
export const pageLimit = 200

/** A page of the first load, which a worker writes into a file that nobody reads yet. */
export const firstLoadPageLimit = 5000

/** An Ed25519 public key as a JWK: what central signs with, checked by a desk without a line. */
const publicKeySchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })
export type PublicKey = Readonly<z.output<typeof publicKeySchema>>

export const healthReply = z.object({ service: z.literal('certassur-central'), schema: z.int() })

/** `POST /v1/pairing-codes`: a centre manager asks for a one-time code for a new desk. 401 wrong password, 403 not a manager. */
export const pairingCode = {
  path: '/v1/pairing-codes',
  body: z.object({ username: z.string().max(200), password: z.string().max(1000) }),
  reply: z.object({ code: z.string(), expiresAt: z.iso.datetime() }),
} as const

/** `POST /v1/pair`: a manager's one-time code makes this PC a desk of his centre. 403 when the code is unknown, used or too old. */
export const pair = {
  path: '/v1/pair',
  body: z.object({ code: z.string().max(40), platform: z.string().max(40) }),
  reply: z.object({
    deskId: idSchema,
    deskName: z.string(),
    centreId: idSchema,
    centreName: z.string(),
    deskToken: z.string(),
    unlockSecret: z.string(),
    signingKey: publicKeySchema,
    epoch: z.string(),
  }),
} as const

/**
 * `POST /v1/sign-in`: name and password of an operator, on a paired desk.
 *
 * `grant` is a compact JWS (see `grantSchema`); `unlockSecret` opens this desk's cache together with the desk's own
 * secret, so that a colleague can sign in on a PC that he never used. 401 when name or password is wrong, 403 when the
 * desk or the operator is revoked, 429 after too many attempts.
 */
export const signIn = {
  path: '/v1/sign-in',
  body: z.object({ deskId: idSchema, username: z.string().max(200), password: z.string().max(1000) }),
  reply: z.object({ operator: operatorSchema, grant: z.string(), unlockSecret: z.string() }),
} as const

/** `POST /v1/sync/push`: changes of a desk in its own order. Each is judged alone, so one that is wrong never stops the others. */
export const push = {
  path: '/v1/sync/push',
  body: z.object({
    sentAt: z.iso.datetime(),
    changes: z.array(z.looseObject({ id: idSchema })).max(pushLimit.changes),
  }),
  reply: z.object({ receivedAt: z.iso.datetime(), answers: z.array(answerSchema) }),
} as const

/**
 * `POST /v1/codes`: whoever has lost his codes asks for them. Every login that is registered with this address is mailed
 * there, each in a mail of its own. The answer is the same whether or not there is one; 429 after too many questions.
 */
export const codes = {
  path: '/v1/codes',
  body: z.object({ email: z.string().max(254) }),
  reply: z.object({ received: z.literal(true) }),
} as const

/** A row of the feed. A newer central may send more fields than these: a desk keeps the line as it came. */
const feedRow = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), row: z.object(shape) })

/**
 * `GET /v1/sync/changes?cursor&limit`: what changed within the centre's scope, as NDJSON.
 *
 * The first line names where the page starts, the last where it ends and how many lines stand between: a page cut
 * short is recognised and nothing of it is applied. `skip` leaves out as many rows after the cursor, those of a page that
 * is still on its way: the page says itself where it starts, and is of use only where the other one ends.
 */
export const changes = {
  path: '/v1/sync/changes',
  query: z.object({
    cursor: z.string().max(200).default(''),
    limit: z.coerce.number().int().min(1).max(5000).default(pageLimit),
    skip: z.coerce.number().int().min(0).max(5000).default(0),
  }),
  line: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('page'),
      from: z.string(),
      epoch: z.string(),
      schema: z.int(),
      at: z.iso.datetime(),
      /** How many lines stand after `from` in all; told with the first page only. */
      total: z.int().optional(),
    }),
    feedRow('candidate', candidateSchema.shape),
    feedRow('session', sessionSchema.shape),
    feedRow('registration', registrationSchema.shape),
    feedRow('checkIn', checkInSchema.shape),
    feedRow('result', resultSchema.shape),
    feedRow('attestation', attestationSchema.shape),
    feedRow('attendance', attendanceSchema.shape),
    feedRow('print', printSchema.shape),
    feedRow('history', historySchema.shape),
    feedRow('distinction', distinctionSchema.shape),
    feedRow('hold', holdSchema.shape),
    feedRow('mergeRequest', mergeRequestSchema.shape),
    feedRow('mail', mailSchema.shape),
    feedRow('correction', correctionSchema.shape),
    feedRow('contact', contactSchema.shape),
    feedRow('advice', adviceSchema.shape),
    feedRow('centre', centreSchema.shape),
    /** The row has left what this centre may see; its unsent changes are answered first. */
    z.object({ kind: z.literal('tombstone'), entity: z.enum(entities), id: idSchema, why: z.literal('outOfScope') }),
    /** The row has become another one, which acts on it now mean. */
    z.object({ kind: z.literal('redirect'), entity: z.enum(redirected), id: idSchema, into: idSchema }),
    z.object({ kind: z.literal('end'), to: z.string(), more: z.boolean(), count: z.int() }),
  ]),
} as const
export type FeedLine = Readonly<z.output<typeof changes.line>>

/** What central answers with any status of 400 and above. */
export const errorReply = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
