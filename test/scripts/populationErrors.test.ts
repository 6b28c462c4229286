import { describe, expect, test } from 'vitest'
import type { About, PersonError } from '../../scripts/matching/population/errors/error.ts'
import { personErrors } from '../../scripts/matching/population/errors/errors.ts'
import { isOneSlip } from '../../scripts/matching/population/errors/letters.ts'
import type { Person } from '../../scripts/matching/population/person.ts'
import { plant } from '../../scripts/matching/population/plant.ts'
import { population } from '../../scripts/matching/population/population.ts'
import { dutch } from '../../src-central/demo/names/dutch.ts'
import { chance } from '../../src-central/demo/random.ts'

const inhabitants = population(12_000, 11)

const errorOf = (name: string): PersonError => {
  const error = personErrors.find((one) => one.name === name)
  if (!error) throw new Error(`no error ${name}`)
  return error
}

const someone: Person = {
  lastName: 'Peeters',
  firstName: 'Jan',
  birthDate: '1984-03-07',
  email: 'jan.peeters@voorbeeld.be',
  phone: '0475 12 34 56',
}

/** Everything that comes out of forty tries. */
function outcomes(name: string, known: Partial<Person>, sex: About['sex'] = 'woman'): readonly (Person | null)[] {
  const person = { ...someone, ...known }
  const firm = { domain: 'assur.exemple.be', office: 'info@assur.exemple.be' }
  const about: About = { person, firm, sex, origin: dutch }
  return Array.from({ length: 40 }, (_, seed) => errorOf(name).apply(person, chance(seed), about))
}

const lastNames = (name: string, lastName: string) =>
  new Set(outcomes(name, { lastName, firstName: 'Jan' }).map((one) => one?.lastName))
const firstNames = (name: string, firstName: string) =>
  new Set(outcomes(name, { lastName: 'Maes', firstName }).map((one) => one?.firstName))
const dates = (name: string, birthDate: string) => new Set(outcomes(name, { birthDate }).map((one) => one?.birthDate))

describe.each(personErrors.map((error) => [error.name, error] as const))('%s', (name, error) => {
  const planted = plant(error, inhabitants, chance(4), 40)

  test('is found on people of the population, and changes what it says and only that', () => {
    expect(planted).toHaveLength(40)
    for (const { of, asked } of planted) {
      expect(asked).not.toEqual(of.person)
      expect(Object.keys(asked).toSorted()).toEqual(Object.keys(someone).toSorted())
      for (const field of ['lastName', 'firstName', 'birthDate', 'email', 'phone'] as const) {
        if (!error.fields.includes(field)) expect([name, asked[field]]).toEqual([name, of.person[field]])
      }
    }
  })

  test('is the same for the same chance, and leaves the record that it is made from', () => {
    const before = structuredClone(planted.map(({ of }) => of.person))
    expect(plant(error, inhabitants, chance(4), 40)).toEqual(planted)
    expect(planted.map(({ of }) => of.person)).toEqual(before)
  })
})

test('every error has a name of its own', () => {
  expect(new Set(personErrors.map(({ name }) => name)).size).toBe(personErrors.length)
})

test('one letter is one step, two letters are not', () => {
  for (const one of outcomes('oneLetter', {})) {
    expect(isOneSlip(someone.lastName + someone.firstName, `${one?.lastName}${one?.firstName}`)).toBe(true)
  }
  for (const one of outcomes('twoLetters', {})) expect(isOneSlip(someone.lastName, one?.lastName ?? '')).toBe(false)
})

test('transposed letters are the same letters', () => {
  const letters = (text: string) => [...text.matchAll(/./gu)].map(String).toSorted().join('')
  const written = lastNames('transposedLetters', 'Vermeulen')
  expect(written.size).toBeGreaterThan(3)
  for (const text of written) expect(letters(text ?? '')).toBe(letters('Vermeulen'))
})

test('accents go missing, are damaged, are decomposed, are spelled out', () => {
  expect(lastNames('accentsMissing', 'Łukaszewicz-Cœuré')).toEqual(new Set(['Lukaszewicz-Coeure']))
  expect(lastNames('accentsMissing', 'Yıldız')).toEqual(new Set(['Yildiz']))
  expect(lastNames('damagedEncoding', 'Müller')).toEqual(new Set(['MÃƒÂ¼ller', 'MÃ¼ller', 'M?ller', 'M\u{FFFD}ller']))
  expect(lastNames('decomposedLetters', 'Noël')).toEqual(new Set(['Noe\u{308}l']))
  expect(lastNames('umlautSpelledOut', 'Höfkens')).toEqual(new Set(['Hoefkens']))
  expect(lastNames('otherAccent', 'Gérard')).toEqual(new Set(['Gèrard']))
  expect(outcomes('accentsMissing', { lastName: 'Maes' }).filter(Boolean)).toEqual([])
})

test('a particle is glued, shortened, put behind, dropped', () => {
  const written = lastNames('particleWritten', 'Van den Broeck')
  for (const one of ['Vandenbroeck', 'Vanden Broeck', 'V.d. Broeck', 'van den Broeck'])
    expect([...written]).toContain(one)
  expect(lastNames('particleWritten', 'Vandenberghe')).toEqual(new Set(['Van den Berghe']))
  expect(lastNames('particleDropped', 'El Amrani')).toEqual(new Set(['Amrani']))
  expect(lastNames('particleWrong', 'El Amrani')).toEqual(new Set(['Al Amrani', 'L Amrani']))
  expect(lastNames('particleDropped', 'Peeters')).toEqual(new Set([undefined]))
})

test('hyphens, apostrophes and halves of names get lost', () => {
  expect(firstNames('hyphenDropped', 'Jean-Pierre')).toEqual(new Set(['Jean Pierre', 'JeanPierre']))
  expect(lastNames('apostropheDropped', "D'Hondt")).toEqual(new Set(['D Hondt', 'DHondt', 'D´Hondt', 'D’Hondt']))
  expect(lastNames('doubleNameShortened', 'García Pérez')).toEqual(new Set(['García', 'Pérez']))
  expect(lastNames('doubleNameReversed', 'García Pérez')).toEqual(new Set(['Pérez García']))
  expect(lastNames('doubleNameShortened', 'El Amrani')).toEqual(new Set([undefined]))
  expect(firstNames('firstNamesSwapped', 'Jean Marie')).toEqual(new Set(['Marie Jean']))
  expect(firstNames('firstNameDropped', 'Jean Marie')).toEqual(new Set(['Jean', 'Marie']))
  expect(firstNames('initialOnly', 'Jean-Pierre')).toEqual(new Set(['J', 'J.-P.', 'JP']))
})

test('names change their fields', () => {
  expect(outcomes('namesSwapped', {})[0]).toEqual({ ...someone, lastName: 'Jan', firstName: 'Peeters' })
  expect(new Set(outcomes('allInLastName', {}).map((one) => `${one?.lastName}/${one?.firstName}`))).toEqual(
    new Set(['Peeters Jan/', 'Jan Peeters/']),
  )
})

test('a first name is shortened, translated or written with other letters', () => {
  expect(firstNames('shortOrTranslated', 'Katarzyna')).toEqual(new Set(['Kasia']))
  expect([...firstNames('shortOrTranslated', 'Jean-Pierre')]).toContain('JP')
  expect([...firstNames('shortOrTranslated', 'Philippe Marc')]).toContain('Filip Marc')
  expect([...firstNames('transliteratedFirstName', 'Youssef')]).toContain('Yusuf')
  expect([...lastNames('transliteratedLastName', 'Benali')]).toContain('Ben Ali')
})

test('a married name is added to, or stands in the place of, her own', () => {
  // Null where the other happens to have her name.
  const written = (name: string) => outcomes(name, {}).flatMap((one) => one?.lastName ?? [])
  expect(written('marriedNameAdded').length).toBeGreaterThan(30)
  for (const name of written('marriedNameAdded')) expect(name).toMatch(/Peeters.|.Peeters/)
  for (const name of written('marriedNameInstead')) expect(name).not.toBe('Peeters')
  expect(outcomes('marriedNameAdded', {}, 'man').filter(Boolean)).toEqual([])
})

test('a date goes wrong as its error says, and stays a day of the calendar', () => {
  expect(dates('dayMonthSwapped', '1984-03-07')).toEqual(new Set(['1984-07-03']))
  expect(dates('dayMonthSwapped', '1984-03-27')).toEqual(new Set([undefined]))
  expect(dates('dateOneYearOff', '1984-03-07')).toEqual(new Set(['1983-03-07', '1985-03-07']))
  expect(dates('dateOneYearOff', '1984-02-29')).toEqual(new Set([undefined]))
  expect(dates('dateOneDayOff', '1984-03-01')).toEqual(new Set(['1984-02-29', '1984-03-02']))
  expect(dates('dateYearOnly', '1984-03-07')).toEqual(new Set(['1984']))
  expect(dates('dateMissing', '1984-03-07')).toEqual(new Set([null]))
  for (const date of dates('dateOneDigit', '1984-03-07')) {
    expect(new Date(date ?? '').toISOString().slice(0, 10)).toBe(date)
    expect([...'1984-03-07'.matchAll(/./g)].filter(({ 0: digit, index }) => date?.[index] !== digit)).toHaveLength(1)
  }
})

test('an address becomes the one of the office, a number is written in another way', () => {
  expect(outcomes('officeAddress', {})[0]?.email).toBe('info@assur.exemple.be')
  for (const one of outcomes('phoneWritten', {})) expect(one?.phone?.replaceAll(/\D/g, '').slice(-9)).toBe('475123456')
  for (const one of outcomes('emailTypo', {})) expect(one?.email).toMatch(/@voorbeeld\.be$/)
})
