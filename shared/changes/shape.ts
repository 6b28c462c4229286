import { z } from 'zod'

/** The nouns that the feed brings and that a change is about; a table of the same name on both sides. */
export const entities = [
  'candidate',
  'session',
  'registration',
  'checkIn',
  'result',
  'attestation',
  'attendance',
  'print',
  'history',
  'distinction',
  'hold',
  'mergeRequest',
  'mail',
  'correction',
  'contact',
  'advice',
] as const
export type Entity = (typeof entities)[number]

/** The nouns of which two rows can turn out to be one. */
export const redirected = ['candidate', 'registration'] as const satisfies readonly Entity[]
export type Redirected = (typeof redirected)[number]

/** The fields of a patch that name such a row. */
export const naming: Readonly<Record<string, Redirected>> = {
  candidateId: 'candidate',
  a: 'candidate',
  b: 'candidate',
  with: 'candidate',
  registrationId: 'registration',
}

/**
 * One kind of thing an operator can do.
 *
 * A fact happened: central stores it and flags what is odd. A claim may conflict. `creates`: `entityId` is a new row made
 * of `patch`; otherwise `patch` holds the fields it changes and `base` the version of each that the operator saw.
 * `elsewhere`: it may be about a row that this desk does not have. `proof` is what a claim rests on; it is no field of the
 * row. `follows`: what the desk changed before on these fields of the row must be taken first.
 */
export interface ChangeKindShape<P> {
  readonly kind: string
  readonly nature: 'claim' | 'fact'
  readonly entity: Entity
  readonly creates: boolean
  readonly elsewhere?: true
  readonly follows?: readonly string[]
  readonly fields: { readonly patch: P; readonly base: typeof versionsSeen; readonly proof?: z.ZodType }
}

/** A field that the operator saw on another record, which has become this one: only an equal value needs no question. */
export const neverSeen = -1

/** Field → its version on the record that the operator saw, or `neverSeen`. Facts and creations carry none. */
export const versionsSeen = z.record(z.string().max(40), z.int().min(neverSeen))
