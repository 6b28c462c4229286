import { describe, expect, test } from 'vitest'
import type { Candidate } from '../../shared/candidate.ts'
import { baseOf, fieldOf, follow, ontoAnother, resume, review, shown } from '../../src-renderer/candidates/form.ts'
import { holdsWork, versionsOf } from '../../src-renderer/ui/editing.ts'

const today = '2026-11-21'
const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  id: '01900000-0000-7000-8000-000000000001',
  login: 'PJ12345678',
  lastName: 'Peeters',
  firstName: 'Jan',
  language: 'nl',
  email: 'jan@exemple.be',
  birthDate: '1998-03-21',
  phone: null,
  version: 4,
  fieldVersions: { lastName: 1, firstName: 1, email: 4, birthDate: 2 },
  ...more,
})
const base = baseOf(candidate())
const typed = shown(base.values)

describe('a form that was not touched', () => {
  test('holds no work', () => expect(holdsWork(review(typed, base, today))).toBe(false))

  test('holds none either when the same is typed in another way', () => {
    const again = { ...typed, birthDate: '21-3-98', lastName: '  Peeters ' }
    expect(holdsWork(review(again, base, today))).toBe(false)
  })
})

describe('an edit', () => {
  test('holds the changed fields only, with the versions that were seen', () => {
    const { patch, wrong } = review({ ...typed, birthDate: '22-3-98', phone: '0471 22 36 40' }, base, today)
    expect(wrong).toEqual([])
    expect(patch).toEqual({ birthDate: '1998-03-22', phone: '0471 22 36 40' })
    expect(versionsOf(patch, base)).toEqual({ birthDate: 2, phone: 0 })
  })

  test('empties a field with null', () =>
    expect(review({ ...typed, email: ' ' }, base, today).patch).toEqual({ email: null }))

  test('says everything that is wrong at once', () => {
    const { wrong } = review(
      { ...typed, firstName: '', email: 'jan', birthDate: '31/02/98', phone: '1'.repeat(41) },
      base,
      today,
    )
    expect(wrong).toEqual([
      { field: 'firstName', code: 'field.required' },
      { field: 'email', code: 'email.invalid' },
      { field: 'birthDate', code: 'date.invalid' },
      { field: 'phone', code: 'field.tooLong', params: { max: 40 } },
    ])
  })
})

describe('a record that changes while it is open', () => {
  const outside = candidate({
    lastName: 'Pieters',
    phone: '0400',
    fieldVersions: { lastName: 7, phone: 3, email: 4, birthDate: 2 },
  })

  test('fills the fields that nobody touched', () => {
    expect(follow(base, outside, typed, today)).toEqual({ base: baseOf(outside), typed: shown(outside) })
  })

  test('leaves alone what is being typed, and still names the version that was seen', () => {
    const next = follow(base, outside, { ...typed, lastName: 'Peeterse' }, today)
    expect(next.typed).toEqual({ ...shown(outside), lastName: 'Peeterse' })
    const { patch } = review(next.typed, next.base, today)
    expect(patch).toEqual({ lastName: 'Peeterse' })
    expect(versionsOf(patch, next.base)).toEqual({ lastName: 1 })
  })

  test('keeps a field that is wrong as it was typed', () => {
    expect(follow(base, outside, { ...typed, email: 'jan@' }, today).typed.email).toBe('jan@')
  })

  test('has no work left once it says what was typed: the form was saved', () => {
    const mine = { ...typed, birthDate: '22-3-98' }
    const next = follow(base, candidate({ birthDate: '1998-03-22' }), mine, today)
    expect(next.typed.birthDate).toBe('22/03/1998')
    expect(holdsWork(review(next.typed, next.base, today))).toBe(false)
  })
})

test('a form whose record became another one edits what both held, and asks about the rest', () => {
  const other = candidate({
    id: '01900000-0000-7000-8000-000000000002',
    email: 'jan.peeters@exemple.be',
    fieldVersions: { email: 4, phone: 7 },
  })
  const mine = { ...typed, email: 'neuf@exemple.be', phone: '0471' }
  const next = follow(ontoAnother(base, other), other, mine, today)
  expect(next.typed).toEqual({ ...shown(other), email: 'neuf@exemple.be', phone: '0471' })
  const { patch } = review(next.typed, next.base, today)
  // The versions of two records have nothing to do with each other, even where they are equal.
  expect(versionsOf(patch, next.base)).toEqual({ email: -1, phone: 7 })
})

describe('an earlier edit taken up again', () => {
  test('is a new edit on what central holds now', () => {
    const theirs = { email: { value: 'nouveau@exemple.be', version: 6 } }
    const next = resume(base, candidate(), { email: 'ancien@exemple.be' }, theirs)
    expect(next.values.email).toBe('nouveau@exemple.be')
    expect(versionsOf({ email: 'ancien@exemple.be' }, next)).toEqual({ email: 6 })
  })

  test('trusts the record when it is newer than the conflict', () => {
    const now = candidate({ email: 'encore@exemple.be', fieldVersions: { email: 9 } })
    const next = resume(base, now, { email: 'x@exemple.be' }, { email: { value: 'nouveau@exemple.be', version: 6 } })
    expect(next.values.email).toBe('encore@exemple.be')
    expect(next.versions.email).toBe(9)
  })
})

test('an error is about a field of the form, wherever in the edit it was found', () => {
  const code = 'field.invalid'
  expect(['email', 'patch.email', 'patch.login', 'base', 'x.email'].map((field) => fieldOf({ field, code }))).toEqual([
    'email',
    'email',
    undefined,
    undefined,
    undefined,
  ])
})
