import type { Draft } from '../../shared/calls/kept.ts'
import { type Session, sessionFields, type SessionField, type SessionValues } from '../../shared/session.ts'
import { type EditDraft, readBody, readEdit } from '../ui/editDraft.ts'
import { emptyForm, follow, type FormValues } from './form.ts'

/** What the form of a new session keeps: its fields, what they began with, and whether it repeats another one. */
export interface NewDraft {
  readonly typed: FormValues
  readonly start: FormValues
  readonly copy: boolean
}

export const newKey = 'session:new'
export const draftKey = (id: string): string => `session:${id}`

/** Whether the screen of the sessions can open it again. */
export const isOurs = ({ key }: Draft): boolean => key.startsWith(draftKey(''))

/** The session that a draft corrects. */
export const sessionOfDraft = ({ key }: Draft): string => key.slice(draftKey('').length)

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** A field keeps a text or a list of texts, as an empty one does. */
const isTyped = (field: SessionField, value: unknown): boolean =>
  typeof emptyForm[field] === 'string' ? typeof value === 'string' : isTexts(value)

const isValue = (field: SessionField, value: unknown): boolean =>
  field === 'seats' ? typeof value === 'number' : isTyped(field, value ?? '')

const isForm = (value: unknown): value is FormValues =>
  typeof value === 'object' &&
  value !== null &&
  sessionFields.every((field) => isTyped(field, (value as Readonly<Record<string, unknown>>)[field]))

/** The correction as it stood, over the session as it is now; undefined when it cannot be read. */
export function restore(
  draft: Draft,
  session: Session,
  today: string,
): EditDraft<SessionValues, FormValues> | undefined {
  const kept = readEdit<SessionValues, FormValues>(draft, { fields: sessionFields, isTyped, isValue })
  return kept && follow(kept.base, session, kept.typed, today)
}

/** The new session as it stood; undefined when it cannot be read. */
export function restoreNew(draft: Draft): NewDraft | undefined {
  const { typed, start, copy } = readBody(draft) ?? {}
  return isForm(typed) && isForm(start) ? { typed, start, copy: copy === true } : undefined
}
