import { describe, expect, test } from 'vitest'
import type { Session } from '../../shared/session.ts'
import {
  baseOf,
  differs,
  emptyForm,
  fieldOf,
  follow,
  resume,
  review,
  shown,
  type FormValues,
  valuesOf,
} from '../../src-renderer/sessions/form.ts'
import { holdsWork, versionsOf } from '../../src-renderer/ui/editing.ts'
import { someSession } from './sessionHelpers.ts'

const today = '2026-11-22'
const session: Session = someSession({ fieldVersions: { date: 2, room: 3 } })
const base = baseOf(session)
const fields = (values: Partial<FormValues> = {}): FormValues => ({ ...shown(base.values), ...values })
const judged = (values: Partial<FormValues>) => review(fields(values), base, today)
const wrongOf = (values: Partial<FormValues>) =>
  Object.fromEntries(judged(values).wrong.map(({ field, code }) => [field, code]))

describe('the fields of a session that exists', () => {
  test('left as they are hold no work', () => {
    expect(judged({})).toEqual({ patch: {}, wrong: [] })
    expect(holdsWork(judged({}))).toBe(false)
  })

  test('typed otherwise but meaning the same hold no work', () => {
    expect(judged({ date: '281126', startTime: '9', seats: '012', room: ' Salle A ' })).toEqual({
      patch: {},
      wrong: [],
    })
  })

  test('ticked off and on again in another order hold no work', () => {
    expect(holdsWork(judged({ exams: ['IC2', 'IC1'] }))).toBe(false)
  })

  test('make an edit of what changed, with the versions seen', () => {
    const { patch } = judged({ date: '5/12', room: '', exams: ['IC1'] })
    expect(patch).toEqual({ date: '2026-12-05', room: null, exams: ['IC1'] })
    expect(versionsOf(patch, base)).toEqual({ date: 2, room: 3, exams: 0 })
  })

  test('that must be filled say so', () => {
    expect(wrongOf({ date: '', startTime: ' ', seats: '', exams: [] })).toEqual({
      date: 'field.required',
      startTime: 'field.required',
      seats: 'field.required',
      exams: 'field.required',
    })
  })

  test('that cannot be read say so', () => {
    expect(wrongOf({ date: '32/11', startTime: '25', seats: 'dix' })).toEqual({
      date: 'date.invalid',
      startTime: 'time.invalid',
      seats: 'field.invalid',
    })
    expect(wrongOf({ seats: '0' })).toEqual({ seats: 'field.required' })
  })

  test('an end before the beginning is wrong, whichever of the two was changed', () => {
    expect(wrongOf({ endTime: '830' })).toEqual({ endTime: 'time.endBeforeStart' })
    expect(wrongOf({ startTime: '11' })).toEqual({ endTime: 'time.endBeforeStart' })
  })

  test('a session is not moved into the past, but one of the past may be corrected', () => {
    expect(wrongOf({ date: '21/11/2026' })).toEqual({ date: 'date.past' })
    const past = baseOf(someSession({ date: '2026-11-01' }))
    expect(review({ ...shown(past.values), room: 'Salle B' }, past, today)).toEqual({
      patch: { room: 'Salle B' },
      wrong: [],
    })
  })
})

describe('the fields of a new session', () => {
  test('are all judged', () => {
    const { patch, wrong } = review(emptyForm, null, today)
    expect(wrong.map(({ field }) => field)).toEqual(['date', 'startTime', 'endTime', 'locationId', 'exams', 'seats'])
    expect(patch).toEqual({ room: null, mode: 'room', controllers: [], note: null })
  })

  test('make its values', () => {
    const { patch, wrong } = review(fields(), null, today)
    expect(wrong).toEqual([])
    expect(patch).toEqual(valuesOf(session))
  })

  test('a day of the past is wrong even before the hours are known', () => {
    const { wrong } = review({ ...emptyForm, date: '21/11/26' }, null, today)
    expect(wrong.find(({ field }) => field === 'date')?.code).toBe('date.past')
  })
})

test('an error is about a field, wherever the act holds it', () => {
  expect(fieldOf({ field: 'patch.endTime', code: 'field.invalid' })).toBe('endTime')
  expect(fieldOf({ field: 'values.exams.0', code: 'field.invalid' })).toBe('exams')
  expect(fieldOf({ field: 'reason', code: 'field.required' })).toBeUndefined()
})

describe('a session that changes while it stands in the form', () => {
  const fresh = someSession({ room: 'Salle B', seats: 20, fieldVersions: { date: 2, room: 4, seats: 1 } })

  test('gives untouched fields their new value', () => {
    const next = follow(base, fresh, fields(), today)
    expect(next.typed).toMatchObject({ room: 'Salle B', seats: '20' })
    expect(next.base.versions).toMatchObject({ room: 4, seats: 1 })
  })

  test('leaves a field that somebody types in, with the version he saw', () => {
    const next = follow(base, fresh, fields({ room: 'Salle C' }), today)
    expect(next.typed).toMatchObject({ room: 'Salle C', seats: '20' })
    expect(next.base.versions).toMatchObject({ room: 3, seats: 1 })
  })

  test('what was typed and is now the value is no work any more', () => {
    const next = follow(base, fresh, fields({ room: 'Salle B' }), today)
    expect(holdsWork(review(next.typed, next.base, today))).toBe(false)
  })
})

describe('an earlier edit that is taken up again', () => {
  test('stands on the newest value known, here or in the conflict', () => {
    const patch = { room: 'Salle C', seats: 8 }
    const again = resume(base, session, patch, { room: { value: 'Salle D', version: 7 } })
    expect(again.versions).toMatchObject({ room: 7, seats: 0, date: 2 })
    expect(again.values).toMatchObject({ room: 'Salle D', seats: 12 })
  })
})

test('a new session holds work only while its fields say something else than at first', () => {
  const first = { ...emptyForm, exams: ['IC1', 'IC2'] }
  expect(differs({ ...first, exams: ['IC2', 'IC1'] }, first)).toBe(false)
  expect(differs({ ...first, exams: ['IC2'] }, first)).toBe(true)
  expect(differs({ ...first, room: 'Salle A' }, first)).toBe(true)
})
