import type { Chance } from '../../../../src-central/demo/random.ts'
import type { PersonError } from './error.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

const inDate = (
  name: string,
  change: (date: string, random: Chance, parts: readonly [string, string, string]) => string | null,
): PersonError => ({
  name,
  fields: ['birthDate'],
  apply: (person, random) => {
    const [, year = '', month = '', day = ''] = DAY.exec(person.birthDate ?? '') ?? []
    if (year === '' || person.birthDate === null) return null
    const birthDate = change(person.birthDate, random, [year, month, day])
    return birthDate === null || birthDate === person.birthDate ? null : { ...person, birthDate }
  },
})

const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text

/** Tries until the calendar has the day: a field of a form refuses the others. */
function until(make: () => string): string | null {
  for (let tries = 0; tries < 40; tries += 1) {
    const made = make()
    if (isDay(made) && Number(made.slice(0, 4)) > 1940 && Number(made.slice(0, 4)) < 2012) return made
  }
  return null
}

const oneDigit = (date: string, random: Chance): string | null =>
  until(() => {
    const place = random.pick([2, 3, 5, 6, 8, 9])
    const digit = String((Number(date[place]) + random.between(1, 9)) % 10)
    return `${date.slice(0, place)}${digit}${date.slice(place + 1)}`
  })

const digitsSwapped = (date: string, random: Chance): string | null =>
  until(() => {
    const place = random.pick([2, 5, 8])
    const [one, other] = [date.charAt(place), date.charAt(place + 1)]
    return one === other ? '' : `${date.slice(0, place)}${other}${one}${date.slice(place + 2)}`
  })

const otherPart = (random: Chance, [year, month, day]: readonly [string, string, string]): string | null =>
  until(() => {
    const two = (number: number) => String(number).padStart(2, '0')
    return random.happens(0.5)
      ? `${year}-${two(random.between(1, 12))}-${day}`
      : `${year}-${month}-${two(random.between(1, 31))}`
  })

export const dateErrors: readonly PersonError[] = [
  inDate('dayMonthSwapped', (_date, _random, [year, month, day]) => {
    const swapped = `${year}-${day}-${month}`
    return isDay(swapped) ? swapped : null
  }),
  inDate('dateOneDigit', oneDigit),
  inDate('dateDigitsSwapped', digitsSwapped),
  inDate('dateOtherMonthOrDay', (_date, random, parts) => otherPart(random, parts)),
  inDate('dateOneYearOff', (_date, random, [year, month, day]) => {
    const shifted = `${Number(year) + random.pick([-1, 1])}-${month}-${day}`
    return isDay(shifted) ? shifted : null
  }),
  inDate('dateOneDayOff', (date, random) =>
    new Date(Date.parse(date) + random.pick([-1, 1]) * 86_400_000).toISOString().slice(0, 10),
  ),
  inDate('dateFirstOfYear', (_date, _random, [year]) => `${year}-01-01`),
  inDate('dateYearOnly', (_date, _random, [year]) => year),
  {
    name: 'dateMissing',
    fields: ['birthDate'],
    apply: (person) => (person.birthDate === null ? null : { ...person, birthDate: null }),
  },
]
