import { describe, expect, test } from 'vitest'
import { emptyForm, keyOf, personOf, worthAsking, worthLooking } from '../../src-renderer/creation/form.ts'
import type { Match } from '../../src-renderer/creation/matches.ts'
import { type Decision, type Facts, type Standing, standingOf } from '../../src-renderer/creation/standing.ts'
import { viewOf } from '../../src-renderer/creation/view.ts'
import { fromSearch } from '../../src-renderer/creation/words.ts'

const today = '2026-11-22'
const typed = { ...emptyForm, lastName: 'Vandenbroek', firstName: 'Elise', birthDate: '14/03/1988' }
const person = personOf(typed, today)
if (!person) throw new Error('a family name is a person')
const key = keyOf(person)
const match = (id: string, likeness: Match['likeness']): Match => ({
  id,
  likeness,
  reasons: [],
  whole: null,
  known: null,
})
const other = (about = key): Decision => ({ kind: 'other', about, reason: 'jumelle' })

const receivedAt = '2026-11-22T08:00:00.000Z'
const checkedAt = '2026-11-22T09:42:00.000Z'
const online: Facts = {
  person,
  offline: false,
  here: { key, value: { ready: true, receivedAt } },
  there: null,
  failed: null,
  asking: null,
  matches: [],
  decisions: new Map(),
}
const asked: Facts = { ...online, there: { key, value: { checkedAt } } }
const offline: Facts = { ...online, offline: true }
const byCertassur = { by: 'certassur', at: checkedAt }
const certain = match('a', 'certain')
const probable = match('b', 'probable')
const possible = match('c', 'possible')

describe('what may be done about somebody who has no record', () => {
  const cases: readonly (readonly [what: string, facts: Facts, standing: object])[] = [
    ['nothing is typed', { ...online, person: null }, { kind: 'tooLittle' }],
    [
      'a family name alone',
      { ...online, person: { ...person, firstName: null, birthDate: null } },
      { kind: 'tooLittle' },
    ],
    [
      'names without anything that Certassur asks for',
      { ...asked, person: { ...person, birthDate: null } },
      { kind: 'more' },
    ],
    ['this desk has not answered', { ...asked, here: null }, { kind: 'looking' }],
    [
      'this desk answered about somebody else',
      { ...asked, here: { key: 'x', value: { ready: true, receivedAt } } },
      { kind: 'looking' },
    ],
    [
      'this desk still reads everybody',
      { ...asked, here: { key, value: { ready: false, receivedAt } } },
      { kind: 'looking' },
    ],
    ['there is a line and Certassur was not asked', online, { kind: 'toCheck' }],
    ['Certassur is being asked', { ...online, asking: key }, { kind: 'asking' }],
    [
      'Certassur answered about somebody else',
      { ...online, there: { key: 'x', value: { checkedAt } } },
      { kind: 'toCheck' },
    ],
    ['nobody resembles him', asked, { kind: 'ready', checked: byCertassur }],
    ['somebody is merely possible', { ...asked, matches: [possible] }, { kind: 'ready', checked: byCertassur }],
    [
      'one is certain',
      { ...asked, matches: [certain, possible] },
      { kind: 'matches', open: [certain], checked: byCertassur },
    ],
    ['one is probable', { ...asked, matches: [probable] }, { kind: 'matches', open: [probable], checked: byCertassur }],
    [
      'only one of two was decided',
      { ...asked, matches: [certain, probable], decisions: new Map([['a', other()]]) },
      { kind: 'matches', open: [probable], checked: byCertassur },
    ],
    [
      'all were decided',
      {
        ...asked,
        matches: [certain, probable],
        decisions: new Map<string, Decision>([
          ['a', other()],
          ['b', { kind: 'same', about: key }],
        ]),
      },
      { kind: 'ready', checked: byCertassur },
    ],
    [
      'it was decided about what stood there before',
      { ...asked, matches: [certain], decisions: new Map([['a', other('before')]]) },
      { kind: 'matches', open: [certain], checked: byCertassur },
    ],
    ['there is no line', offline, { kind: 'ready', checked: { by: 'here', receivedAt, why: 'offline' } }],
    [
      'there is no line and one resembles',
      { ...offline, matches: [probable] },
      { kind: 'matches', open: [probable], checked: { by: 'here', receivedAt, why: 'offline' } },
    ],
    ['there is no line any more, but an answer', { ...asked, offline: true }, { kind: 'ready', checked: byCertassur }],
    [
      'the questions of the day are used up',
      { ...online, failed: { key, value: 'central.busy' } },
      { kind: 'ready', checked: { by: 'here', receivedAt, why: 'central.busy' } },
    ],
    [
      'the failure was about somebody else',
      { ...online, failed: { key: 'x', value: 'central.busy' } },
      { kind: 'toCheck' },
    ],
    ['Certassur found the fields wrong', { ...online, failed: { key, value: 'input.invalid' } }, { kind: 'toCheck' }],
  ]
  test.each(cases)('when %s', (_what, facts, standing) => {
    expect(standingOf(facts)).toEqual(standing)
  })
})

describe('the act that is proposed', () => {
  const nothing = { person, hereError: null, records: new Map(), there: null, failed: null, asking: null }
  const here = { key, value: { people: [], ready: true, receivedAt } }
  const view = (more: object, offline: boolean) => viewOf({ ...nothing, here, ...more }, new Map(), offline)
  test('is to wait while there is no line, even before there is enough to look for', () => {
    expect(view({}, true).keeps).toBe(true)
    expect(view({ person: null, here: null }, true).keeps).toBe(true)
  })
  test('is to wait when Certassur does not answer', () => {
    expect(view({ failed: { key, value: { code: 'central.busy', message: '' } } }, false).keeps).toBe(true)
  })
  test('is not to wait when Certassur can be asked, or has answered', () => {
    expect(view({}, false).keeps).toBe(false)
    const there = { key, value: { people: [], checkedAt } }
    expect(view({ there }, true)).toMatchObject({
      keeps: false,
      standing: { kind: 'ready' } satisfies Partial<Standing>,
    })
  })
})

describe('whom the fields tell of', () => {
  test('is nobody without a family name', () => {
    expect(personOf({ ...typed, lastName: ' ' }, today)).toBeNull()
  })
  test('lacks what is wrong or still being typed', () => {
    expect(personOf({ ...typed, birthDate: '31/02/1988', email: 'elise@' }, today)).toEqual({
      lastName: 'Vandenbroek',
      firstName: 'Elise',
      birthDate: null,
      email: null,
      phone: null,
    })
  })
  test('is the same however the spaces and the date are typed', () => {
    const again = personOf({ ...typed, lastName: ' Vandenbroek ', birthDate: '140388' }, today)
    expect(again && keyOf(again)).toBe(key)
  })
  const asking: readonly (readonly [object, boolean, boolean])[] = [
    [{ firstName: null, birthDate: null }, false, false],
    [{ birthDate: null }, true, false],
    [{ firstName: null }, true, true],
    [{ birthDate: null, email: 'e@exemple.be' }, true, true],
    [{ birthDate: null, phone: '0471 22 36 40' }, true, true],
    [{ birthDate: null, phone: '04' }, true, false],
    [{ lastName: 'V', firstName: null }, true, false],
    [{ lastName: 'V', firstName: 'E' }, true, false],
    [{ lastName: 'O' }, true, true],
  ]
  test.each(asking)('with %j the desk looks (%s), Certassur is asked (%s)', (more, looks, asks) => {
    expect(worthLooking({ ...person, ...more })).toBe(looks)
    expect(worthAsking({ ...person, ...more })).toBe(asks)
  })
})

describe('the words of a search', () => {
  test.each([
    ['baudoux jean', { lastName: 'Baudoux', firstName: 'Jean' }],
    ['van den broeck élise 21-3-98', { lastName: 'Van den Broeck', firstName: 'Élise', birthDate: '21-3-98' }],
    ['Peeters', { lastName: 'Peeters' }],
    ['peeters jan jan@exemple.be', { lastName: 'Peeters', firstName: 'Jan', email: 'jan@exemple.be' }],
    ['VB4471902', {}],
  ])('%s stand in the fields where they belong', (text, fields) => {
    expect(fromSearch(text, today)).toEqual({ ...emptyForm, ...fields })
  })
})
