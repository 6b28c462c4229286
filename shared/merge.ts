import { neverSeen } from './changes/shape.ts'

/** A field that two people changed differently: what central holds now, and its version. */
export interface FieldConflict<V = unknown> {
  readonly value: V
  readonly version: number
}

interface Versioned {
  readonly version: number
  readonly fieldVersions: Readonly<Record<string, number>>
}

export interface Merge<P> {
  readonly apply: Partial<P>
  readonly conflicts: Readonly<Record<string, FieldConflict>>
  /** The versions of the record once `apply` is in it. */
  readonly version: number
  readonly fieldVersions: Readonly<Record<string, number>>
}

/** Values of a field are JSON: lists compare by what they hold. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Three-way merge of an edit into the record as it is now, field by field (docs/protocol.md, C2).
 *
 * Seen at its present version → applied; already that value → nothing to do; changed by somebody else in between →
 * a conflict for a person. Fields that the edit does not name are never touched.
 */
export function mergeEdit<P extends object>(
  current: Versioned & { readonly [F in keyof P]?: unknown },
  patch: P,
  base: Readonly<Record<string, number>>,
): Merge<P> {
  const apply: Partial<P> = {}
  const conflicts: Record<string, FieldConflict> = {}
  const fieldVersions = { ...current.fieldVersions }
  for (const field of Object.keys(patch) as (keyof P & string)[]) {
    const wanted = patch[field] ?? null
    if (sameValue(wanted, current[field])) continue
    const version = current.fieldVersions[field] ?? 0
    if ((base[field] ?? 0) === version) {
      apply[field] = wanted as P[keyof P & string]
      fieldVersions[field] = version + 1
    } else conflicts[field] = { value: current[field] ?? null, version }
  }
  const changed = Object.keys(apply).length > 0
  return { apply, conflicts, version: current.version + (changed ? 1 : 0), fieldVersions }
}

/**
 * The base of an edit of a record that has become another one: where the operator saw what the other one holds too, it is
 * an edit of that; elsewhere he never saw it.
 */
export function rebaseOnto(
  patch: object,
  base: Readonly<Record<string, number>>,
  gone: Pick<Versioned, 'fieldVersions'> & object,
  stays: Pick<Versioned, 'fieldVersions'> & object,
): Record<string, number> {
  const valueOf = (row: object, field: string): unknown => (row as Readonly<Record<string, unknown>>)[field]
  return Object.fromEntries(
    Object.keys(patch).map((field) => {
      const seen = (base[field] ?? 0) === (gone.fieldVersions[field] ?? 0)
      const equal = sameValue(valueOf(gone, field), valueOf(stays, field))
      return [field, seen && equal ? (stays.fieldVersions[field] ?? 0) : neverSeen]
    }),
  )
}
