import { z } from 'zod'
import { call } from './call.ts'

/** Something typed and not saved, kept so that a crash or a lock does not lose it. `body` is the form's own JSON. */
export interface Draft {
  readonly key: string
  readonly body: string
  readonly at: string
}

const key = z.string().regex(/^[\w:.-]{1,120}$/)

/** Begins the keys of those who wait until Certassur can be asked about them: the day counts these. */
export const waitingCreation = 'creation:waiting:'

/** Drafts and preferences: an operator's own, in the encrypted cache, never sent. */
export const keptCalls = {
  'draft:list': call<readonly Draft[]>()(z.strictObject({}), 'signedIn'),
  /** `body` null forgets it. */
  'draft:write': call<null>()(z.strictObject({ key, body: z.string().max(100_000).nullable() }), 'signedIn'),
  /** Columns, widths, sort orders, the state of the rail: key → JSON text. */
  'preference:read': call<Readonly<Record<string, string>>>()(z.strictObject({}), 'signedIn'),
  'preference:write': call<null>()(z.strictObject({ key, value: z.string().max(20_000) }), 'signedIn'),
} as const
