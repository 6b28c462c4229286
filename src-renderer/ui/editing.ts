import type { FieldConflict } from '../../shared/merge.ts'
import type { FieldError } from '../../shared/result.ts'

/** What the operator saw when he began to type: the values, and the version of each, which an edit carries. */
export interface Base<V> {
  readonly values: V
  readonly versions: Readonly<Partial<Record<keyof V & string, number>>>
}

/** What a form would do if it were saved now. */
export interface Review<P> {
  readonly patch: P
  readonly wrong: readonly FieldError[]
}

/** True when leaving the form would lose something. */
export const holdsWork = ({ patch, wrong }: Review<object>): boolean =>
  Object.keys(patch).length > 0 || wrong.length > 0

/** The versions that an edit of these fields carries. */
export const versionsOf = (
  patch: object,
  { versions }: { readonly versions: Readonly<Partial<Record<string, number>>> },
): Record<string, number> => Object.fromEntries(Object.keys(patch).map((field) => [field, versions[field] ?? 0]))

/**
 * The base of an earlier edit that is taken up again: what is known now, so that it is a new edit and not the old one.
 *
 * A conflict may know a value of central's that this desk has not received yet; the newer of the two is the base.
 * @param fresh what the record is now
 */
export function resumeOn<V extends object>(
  base: Base<V>,
  fresh: Base<V>,
  patch: Partial<V>,
  theirs: Readonly<Record<string, FieldConflict>>,
): Base<V> {
  const values: Partial<Record<string, unknown>> = {}
  const versions: Record<string, number> = {}
  for (const field of Object.keys(patch) as (keyof V & string)[]) {
    const known = { value: fresh.values[field], version: fresh.versions[field] ?? 0 }
    const seen = theirs[field]
    const newest = seen && seen.version > known.version ? seen : known
    values[field] = newest.value
    versions[field] = newest.version
  }
  return { values: { ...base.values, ...values }, versions: { ...base.versions, ...versions } }
}

interface Following<V, T> {
  readonly base: Base<V>
  /** What the record is now. */
  readonly fresh: Base<V>
  readonly typed: T
  readonly shown: (values: V) => T
  /** What the fields would change in the record as it is now. */
  readonly ahead: Review<object>
  /** The fields that no longer say what they said at first. */
  readonly touched: readonly (keyof V & keyof T & string)[]
}

/**
 * Follows a record that changed while it stood in a form.
 *
 * Untouched fields take the new value. A field somebody is typing in keeps its text and its old base, so that central
 * still sees which value he meant to replace; text that says the same as the new value is no work any more.
 */
export function followOn<V extends object, T extends object>({
  base,
  fresh,
  typed,
  shown,
  ahead,
  touched,
}: Following<V, T>): { readonly base: Base<V>; readonly typed: T } {
  const differs = new Set<string>([...Object.keys(ahead.patch), ...ahead.wrong.map(({ field }) => field)])
  const kept = touched.filter((field) => differs.has(field))
  const pick = (old: object) => Object.fromEntries(kept.map((field) => [field, old[field as keyof typeof old]]))
  const next: Base<V> = {
    values: { ...fresh.values, ...pick(base.values) },
    versions: { ...fresh.versions, ...pick(base.versions) },
  }
  return { base: next, typed: { ...shown(next.values), ...pick(typed) } }
}

/** An earlier edit whose values stand in the fields again. */
export interface Taken<F extends string> {
  readonly changeId: string
  readonly fields: readonly F[]
}

/** The edit that saving settles: somebody who put all of its fields back has not taken it up after all. */
export const settledBy = (taken: Taken<string> | null, { patch, wrong }: Review<object>): string | null =>
  taken?.fields.some((field) => field in patch || wrong.some((one) => one.field === field)) ? taken.changeId : null
