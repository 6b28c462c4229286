import { chance, type Chance } from '../../../src-central/demo/random.ts'
import { mobile, ownAddress } from './contacts.ts'
import { dayFrom } from './families.ts'
import { borneBy, firstNameOf, type Sex } from './names.ts'
import { haveNameInCommon } from './nameForms.ts'
import type { Inhabitant, Person } from './person.ts'
import { population } from './population.ts'

/** People who are none of the population, though they share with somebody of it what families and firms share. */
interface Newcomers {
  readonly name: string
  /**
   * Somebody new, made after one of the population whose last name so many `bearers` have; null when nobody of the kind
   * can be near him.
   */
  readonly near: (of: Inhabitant, random: Chance, bearers: number) => Person | null
}

const NEW_PROVIDER = 'thuis.voorbeeld.be'

type Known = Pick<Person, 'lastName' | 'firstName' | 'birthDate'>

/** Somebody with contacts of his own, or now and then with those of the other. */
function living(of: Inhabitant, known: Known, random: Chance, shared: number): Person {
  return {
    ...known,
    email: random.happens(shared) ? of.person.email : ownAddress(random, known, NEW_PROVIDER),
    phone: random.happens(shared) ? of.person.phone : random.happens(0.7) ? mobile(random) : null,
  }
}

function otherFirstName({ person, origin }: Inhabitant, random: Chance, sex: Sex): string {
  for (;;) {
    const name = firstNameOf(random, origin, sex)
    if (!haveNameInCommon(name, person.firstName)) return name
  }
}

const sexOf = (random: Chance): Sex => (random.happens(0.5) ? 'woman' : 'man')
const yearOf = ({ born }: Inhabitant): number => Number(born.slice(0, 4))

const relative = (
  name: string,
  shared: number,
  born: (of: Inhabitant, random: Chance) => string,
  sex: (of: Inhabitant, random: Chance) => Sex = (_of, random) => sexOf(random),
): Newcomers => ({
  name,
  near: (of, random) => {
    const itsSex = sex(of, random)
    const firstName = otherFirstName(of, random, itsSex)
    const lastName = borneBy(itsSex, of.person.lastName, of.origin)
    return living(of, { lastName, firstName, birthDate: born(of, random) }, random, shared)
  },
})

const otherDay = (of: Inhabitant, random: Chance, from: number, to: number): string => {
  for (;;) {
    const day = dayFrom(random, from, to)
    if (day !== of.born) return day
  }
}

const isCommon = (bearers: number): boolean => bearers >= 15

/** The same names on another day of these years, or of the year in which the other was born. */
const homonym = (
  name: string,
  fits: (bearers: number) => boolean,
  years: readonly [number, number] | null,
): Newcomers => ({
  name,
  near: (of, random, bearers) => {
    if (!fits(bearers)) return null
    const [from, to] = years ?? [yearOf(of), yearOf(of)]
    const { lastName, firstName } = of.person
    return living(of, { lastName, firstName, birthDate: otherDay(of, random, from, to) }, random, 0)
  },
})

const newcomers: readonly Newcomers[] = [
  relative('twin', 0.3, ({ born }) => born),
  relative('sibling', 0.2, (of, random) => {
    const year = yearOf(of) + random.pick([-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6])
    return dayFrom(random, year, year)
  }),
  relative(
    'partnerOfSameName',
    0.4,
    (of, random) => otherDay(of, random, yearOf(of) - 6, yearOf(of) + 6),
    ({ sex }) => (sex === 'man' ? 'woman' : 'man'),
  ),
  {
    name: 'fatherOrSonOfSameName',
    near: (of, random) => {
      if (of.sex !== 'man') return null
      const year = yearOf(of) + random.between(22, 35) * (yearOf(of) < 1973 ? 1 : -1)
      const { lastName, firstName } = of.person
      return living(of, { lastName, firstName, birthDate: dayFrom(random, year, year) }, random, 0.3)
    },
  },
  homonym('homonym', isCommon, [1960, 2007]),
  // Hardly anybody is told from the same person with a wrong date by his record alone.
  homonym('homonymOfRareName', (bearers) => !isCommon(bearers), [1960, 2007]),
  homonym('homonymOfSameYear', isCommon, null),
]

/** People of whom nobody is in the population, by kind: its newcomers, strangers, and strangers at a firm's address. */
export function nobodies(
  inhabitants: readonly Inhabitant[],
  seed: number,
  count: number,
): readonly (readonly [name: string, people: readonly Person[]])[] {
  const random = chance(seed)
  // One of each household of a population of other people.
  const strangers = population(count * 3, seed)
    .filter(({ household }, at, all) => all[at - 1]?.household !== household)
    .slice(0, count)
    .map(({ person }) => person)
  const offices = inhabitants.filter(({ person, firm }) => person.email === firm.office)
  const colleagues =
    offices.length === 0 ? [] : strangers.map((one) => ({ ...one, email: random.pick(offices).firm.office }))
  const bearers = new Map<string, number>()
  for (const { person } of inhabitants) bearers.set(person.lastName, (bearers.get(person.lastName) ?? 0) + 1)
  // Without a birth date on the record nobody could tell a homonym from the person himself.
  const dated = inhabitants.filter(({ person, born }) => person.birthDate === born)
  const near = newcomers.map(({ name, near }) => {
    const people = random.shuffled(dated).flatMap((of) => near(of, random, bearers.get(of.person.lastName) ?? 0) ?? [])
    return [name, people.slice(0, count)] as const
  })
  const all = [['stranger', strangers] as const, ['colleagueAtOfficeAddress', colleagues] as const, ...near]
  return all.filter(([, people]) => people.length > 0)
}
