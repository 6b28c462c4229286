import { assertNever } from '../../../shared/result.ts'
import type { Origin } from '../../../src-central/demo/names/origin.ts'
import type { Chance } from '../../../src-central/demo/random.ts'
import { type Addresses, type Firm, landline, mobile } from './contacts.ts'
import { borneBy, firstNameOf, lastNameOf, originOf, type Sex } from './names.ts'
import { haveNameInCommon } from './nameForms.ts'
import type { Inhabitant, Person } from './person.ts'

type Named = Pick<Inhabitant, 'born' | 'sex' | 'origin'> & Pick<Person, 'lastName' | 'firstName'>
type Member = Named & Pick<Inhabitant, 'role' | 'isTwin'>

/** What the members of a household have in common. */
interface Home {
  readonly landline: string | null
  readonly email: string | null
}

/** What is there outside a household. */
export interface Surroundings {
  readonly firmOf: () => Firm
  readonly addresses: Addresses
}

/** The people of one household, with the addresses and numbers that they share. */
export function household(
  random: Chance,
  number: number,
  { firmOf, addresses }: Surroundings,
): readonly Omit<Inhabitant, 'id'>[] {
  const members = membersOf(random)
  const home = {
    landline: random.happens(0.25) ? landline(random) : null,
    email: members.length > 1 && random.happens(0.12) ? addresses.own(members[0] as Member) : null,
  }
  return members.map((member) => {
    const { born, sex, origin, role, isTwin } = member
    const firm = firmOf()
    return {
      person: recordOf(random, member, firm, home, addresses),
      household: number,
      role,
      isTwin,
      born,
      sex,
      origin,
      firm,
    }
  })
}

const sexOf = (random: Chance): Sex => (random.happens(0.52) ? 'woman' : 'man')

function membersOf(random: Chance): readonly Member[] {
  const first = someone(random)
  const kind = random.weighted([
    ['alone', 52],
    ['couple', 22],
    ['family', 18],
    ['siblings', 8],
  ] as const)
  switch (kind) {
    case 'alone':
      return [{ ...first, role: 'alone', isTwin: false }]
    case 'couple':
      return coupleOf(random, first).map((one) => ({ ...one, role: 'partner', isTwin: false }))
    case 'siblings':
      return childrenOf(random, first.lastName, first.origin, first.born)
    case 'family':
      return familyOf(random, first)
    default:
      return assertNever(kind)
  }
}

/** A father, the mother or not, and children old enough for an exam, of whom a son may be called after his father. */
function familyOf(random: Chance, first: Named): readonly Member[] {
  const [father, mother] = coupleOf(random, { ...first, sex: 'man', ...elder(random, first) })
  const year = Math.max(Number(father.born.slice(0, 4)), Number(mother.born.slice(0, 4)))
  const oldest = earliest(dayFrom(random, year + 20, year + 32), dayFrom(random, 2005, 2007))
  const children = childrenOf(random, father.lastName, father.origin, oldest).map((child, at) => {
    if (at > 0 || child.sex !== 'man' || !random.happens(0.05)) return child
    return { ...child, firstName: random.happens(0.6) ? father.firstName : `${father.firstName} ${child.firstName}` }
  })
  const parents = random.happens(0.4) ? [father, mother] : [father]
  return [...parents.map((one) => ({ ...one, role: 'parent' as const, isTwin: false })), ...children]
}

const earliest = (a: string, b: string): string => (a < b ? a : b)

function someone(random: Chance): Named {
  const [origin, sex] = [originOf(random), sexOf(random)]
  const lastName = borneBy(sex, lastNameOf(random, origin), origin)
  return { origin, sex, lastName, firstName: firstNameOf(random, origin, sex), born: adultDay(random) }
}

/** A parent of people who are old enough for an exam, with a man's names. */
function elder(random: Chance, { origin }: Named): Pick<Named, 'born' | 'lastName' | 'firstName'> {
  return {
    born: dayFrom(random, 1955, 1982),
    lastName: lastNameOf(random, origin),
    firstName: firstNameOf(random, origin, 'man'),
  }
}

/** He or she first, then the partner: of the same origin more often than not, with the same name in part. */
function coupleOf(random: Chance, first: Named): readonly [Named, Named] {
  const origin = random.happens(0.75) ? first.origin : originOf(random)
  const sex = random.happens(0.96) ? (first.sex === 'man' ? 'woman' : 'man') : first.sex
  const year = Number(first.born.slice(0, 4))
  const own = borneBy(sex, lastNameOf(random, origin), origin)
  return [
    first,
    {
      origin,
      sex,
      lastName: random.happens(0.3) ? borneBy(sex, first.lastName, first.origin) : own,
      firstName: firstNameOf(random, origin, sex),
      born: dayFrom(random, Math.max(1955, year - 6), Math.min(2007, year + 6)),
    },
  ]
}

/** Two or three of one name; of every twenty families one has twins. */
function childrenOf(random: Chance, family: string, origin: Origin, oldest: string): readonly Member[] {
  const children: Member[] = []
  const count = random.weighted([
    [1, 35],
    [2, 50],
    [3, 15],
  ])
  let born = oldest
  for (let child = 0; child < count; child += 1) {
    const isTwin = child === 1 && random.happens(0.06)
    if (child > 0 && !isTwin) {
      const year = Number(born.slice(0, 4)) + random.between(1, 4)
      if (year > 2007) break
      born = dayFrom(random, year, year)
    }
    const sex = sexOf(random)
    let firstName = firstNameOf(random, origin, sex)
    while (children.some((other) => haveNameInCommon(other.firstName, firstName))) {
      firstName = firstNameOf(random, origin, sex)
    }
    if (isTwin) children[0] = { ...(children[0] as Member), isTwin }
    children.push({ origin, sex, lastName: borneBy(sex, family, origin), firstName, born, role: 'child', isTwin })
  }
  return children
}

// Who sits an exam was born between 1960 and 2007, more of them lately.
const adultDay = (random: Chance): string => {
  const year = 2007 - Math.floor(random.next() ** 1.35 * 47)
  return dayFrom(random, year, year)
}

/** A day that the calendar has, of one of these years. */
export function dayFrom(random: Chance, from: number, to: number): string {
  const day = new Date(Date.UTC(random.between(from, to), 0, random.between(1, 365)))
  return day.toISOString().slice(0, 10)
}

function recordOf(random: Chance, member: Member, firm: Firm, home: Home, addresses: Addresses): Person {
  const { lastName, firstName, born } = member
  const known = random.next()
  return {
    lastName,
    firstName,
    birthDate: known < 0.03 ? null : known < 0.036 ? born.slice(0, 4) : born,
    email: emailOf(random, member, firm, home, addresses),
    phone: random.weighted([
      [mobile(random), 60],
      [home.landline, 15],
      [null, 25],
    ]),
  }
}

function emailOf(random: Chance, member: Member, firm: Firm, home: Home, addresses: Addresses): string | null {
  if (home.email !== null && random.happens(0.7)) return home.email
  const kind = random.weighted([
    ['own', 66],
    ['atWork', 20],
    ['office', 6],
    ['none', 8],
  ] as const)
  switch (kind) {
    case 'own':
      return addresses.own(member)
    case 'atWork':
      return addresses.own(member, firm.domain)
    case 'office':
      return firm.office
    case 'none':
      return null
    default:
      return assertNever(kind)
  }
}
