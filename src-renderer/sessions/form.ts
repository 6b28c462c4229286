import type { FieldConflict } from '../../shared/merge.ts'
import { sameValue } from '../../shared/merge.ts'
import { parse } from '../../shared/parse.ts'
import { type FieldError, fail, ok, type Result } from '../../shared/result.ts'
import {
  type Session,
  type SessionField,
  sessionFields,
  sessionFieldSchemas,
  type SessionPatch,
  type SessionValues,
  wrongSession,
} from '../../shared/session.ts'
import { readDay, showDay } from '../ui/DateFieldText.ts'
import { readTime } from '../ui/TimeFieldText.ts'
import { type Base, followOn, resumeOn, type Review } from '../ui/editing.ts'

type ListField = 'exams' | 'controllers'
type TextField = Exclude<SessionField, ListField>

/** What stands in the fields, as typed and ticked. */
export type FormValues = Readonly<Record<TextField, string> & Record<ListField, readonly string[]>>

export type FormBase = Base<SessionValues>

const required: ReadonlySet<SessionField> = new Set(['date', 'startTime', 'endTime', 'locationId', 'seats'])

/** The field that an error is about: main and central say where in the act it stands (`patch.endTime`). */
export const fieldOf = ({ field }: FieldError): SessionField | undefined => {
  const [, name] = /^(?:patch\.|values\.)?(\w+)/.exec(field) ?? []
  return sessionFields.find((known) => known === name)
}

export const emptyForm: FormValues = {
  date: '',
  startTime: '',
  endTime: '',
  locationId: '',
  room: '',
  mode: 'room',
  exams: [],
  seats: '',
  controllers: [],
  note: '',
}

export const valuesOf = (session: Session): SessionValues => ({
  date: session.date,
  startTime: session.startTime,
  endTime: session.endTime,
  locationId: session.locationId,
  room: session.room,
  mode: session.mode,
  exams: session.exams,
  seats: session.seats,
  controllers: session.controllers,
  note: session.note,
})

/** Values as the fields show them. */
export const shown = (values: SessionValues): FormValues => ({
  ...values,
  date: showDay(values.date),
  room: values.room ?? '',
  seats: String(values.seats),
  note: values.note ?? '',
})

export function baseOf(session: Session): FormBase {
  const versions: Partial<Record<SessionField, number>> = {}
  for (const field of sessionFields) versions[field] = session.fieldVersions[field] ?? 0
  return { values: valuesOf(session), versions }
}

/** Lists are ticked in any order; the order says nothing. */
const comparable = (value: unknown): unknown => (Array.isArray(value) ? value.map(String).toSorted() : value)
const same = (a: unknown, b: unknown): boolean => sameValue(comparable(a), comparable(b))

/** Whether the fields say something else. */
export const differs = (typed: FormValues, first: FormValues): boolean =>
  sessionFields.some((field) => !same(typed[field], first[field]))

function plain(field: SessionField, typed: FormValues[SessionField], today: string): Result<unknown> {
  if (typeof typed !== 'string') return ok(typed)
  const text = typed.trim()
  if (text === '' && required.has(field))
    return fail('input.invalid', `missing: ${field}`, { fields: [{ field, code: 'field.required' }] })
  if (field === 'date') return readDay(text, today)
  if (field === 'startTime' || field === 'endTime') return readTime(text)
  if (field === 'seats') return ok(/^\d+$/.test(text) ? Number(text) : null)
  return ok(text)
}

function read(field: SessionField, typed: FormValues[SessionField], today: string): Result<unknown> {
  const value = plain(field, typed, today)
  return value.ok ? parse(sessionFieldSchemas[field], value.value) : value
}

/** What the hours and the day only tell together, as far as they are known. */
function wrongTogether(
  known: Partial<SessionValues>,
  changed: readonly string[],
  today: string,
): readonly FieldError[] {
  const { date, startTime, endTime } = known
  if (!startTime || !endTime)
    return date ? wrongTogether({ date, startTime: '00:00', endTime: '23:59' }, changed, today) : []
  return wrongSession(today, { ...(known as SessionValues), date: date ?? today }, changed)
}

/**
 * Compares the fields with their base: what is changed, and what is wrong with it.
 *
 * Fields left as they were are not judged. Without a base it is a new session, and every field counts.
 * @param today `YYYY-MM-DD`
 */
export function review(typed: FormValues, base: FormBase | null, today: string): Review<SessionPatch> {
  const patch: Record<string, unknown> = {}
  const wrong: FieldError[] = []
  const before = base && shown(base.values)
  for (const field of sessionFields) {
    if (before && same(typed[field], before[field])) continue
    const value = read(field, typed[field], today)
    if (!value.ok) wrong.push({ ...(value.error.fields?.[0] ?? { code: 'field.invalid' }), field })
    else if (!base || !same(value.value, base.values[field])) patch[field] = value.value
  }
  const broken = new Set(wrong.map(({ field }) => field))
  const known = Object.fromEntries(
    Object.entries({ ...base?.values, ...patch }).filter(([field]) => !broken.has(field)),
  ) as Partial<SessionValues>
  for (const error of wrongTogether(known, Object.keys(patch), today)) {
    const field = fieldOf(error)
    if (field && !broken.has(field)) wrong.push({ ...error, field })
  }
  return { patch, wrong }
}

/** The form over a record that changed while it stood there. */
export function follow(base: FormBase, session: Session, typed: FormValues, today: string) {
  const fresh = baseOf(session)
  const before = shown(base.values)
  return followOn({
    base,
    fresh,
    typed,
    shown,
    ahead: review(typed, fresh, today),
    touched: sessionFields.filter((field) => !same(typed[field], before[field])),
  })
}

/** The base of an earlier edit that is taken up again. */
export const resume = (
  base: FormBase,
  session: Session,
  patch: SessionPatch,
  theirs: Readonly<Record<string, FieldConflict>>,
): FormBase => resumeOn(base, baseOf(session), patch, theirs)
