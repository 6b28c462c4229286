import type { Draft } from '../../shared/calls/kept.ts'
import type { Base } from './editing.ts'

/** What the form of a record keeps while it holds work: the fields, and what they were when it began. */
export interface EditDraft<V, T> {
  readonly typed: T
  readonly base: Base<V>
}

/** What a form can take back of a draft: whatever an older program wrote there, or a newer one. */
interface EditShape<F extends string> {
  readonly fields: readonly F[]
  readonly isTyped: (field: F, value: unknown) => boolean
  readonly isValue: (field: F, value: unknown) => boolean
}

type Members = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

/** The members of a draft's JSON; undefined when it is none. */
export function readBody({ body }: Draft): Members | undefined {
  try {
    const found: unknown = JSON.parse(body)
    return isObject(found) ? found : undefined
  } catch {
    return undefined
  }
}

/** The text, the values and the versions of every field, or it is no draft of this form. */
export function readEdit<V, T>(
  draft: Draft,
  { fields, isTyped, isValue }: EditShape<keyof V & keyof T & string>,
): EditDraft<V, T> | undefined {
  const { typed, base } = readBody(draft) ?? {}
  if (!isObject(typed) || !isObject(base)) return undefined
  const { values, versions } = base
  if (!isObject(values) || !isObject(versions)) return undefined
  const whole = fields.every(
    (field) => isTyped(field, typed[field]) && isValue(field, values[field]) && typeof versions[field] === 'number',
  )
  return whole ? { typed: typed as T, base: base as unknown as Base<V> } : undefined
}
