import type { Candidate } from '../../shared/candidate.ts'
import { fold } from '../../shared/text.ts'
import { loginOf } from '../login.ts'
import { dutch } from './names/dutch.ts'
import { french } from './names/french.ts'
import { congolese, german, others, polish, romanian, vietnamese } from './names/further.ts'
import { greek, italian, moroccan, portuguese, spanish, turkish } from './names/mediterranean.ts'
import type { Origin } from './names/origin.ts'
import type { Chance } from './random.ts'

export type Region = 'wallonia' | 'flanders' | 'brussels' | 'east'
export type Person = Candidate & { readonly extra: Readonly<Record<string, unknown>> }

// How many of a hundred people of a region have a name from where.
const shares: Readonly<Record<Region, readonly (readonly [Origin | 'others', number])[]>> = {
  wallonia: mix({ dutch: 6, french: 58, moroccan: 8, turkish: 3, italian: 9, congolese: 4, german: 2 }),
  flanders: mix({ dutch: 65, french: 5, moroccan: 8, turkish: 5, italian: 2, congolese: 2, german: 1 }),
  brussels: mix({ dutch: 12, french: 30, moroccan: 21, turkish: 7, italian: 4, congolese: 6, german: 1 }),
  east: mix({ dutch: 4, french: 48, moroccan: 8, turkish: 4, italian: 10, congolese: 3, german: 12 }),
}

function mix(
  large: Readonly<Record<'dutch' | 'french' | 'moroccan' | 'turkish' | 'italian' | 'congolese' | 'german', number>>,
) {
  return [
    [dutch, large.dutch],
    [french, large.french],
    [moroccan, large.moroccan],
    [turkish, large.turkish],
    [italian, large.italian],
    [congolese, large.congolese],
    [german, large.german],
    [polish, 2.5],
    [romanian, 2],
    [portuguese, 1.5],
    [spanish, 1],
    [vietnamese, 0.8],
    [greek, 0.6],
    ['others', 4],
  ] as const
}

// People whom everybody looks for: whatever the size of the world, each is there three times.
const looked: readonly (readonly [string, Origin])[] = [
  ['Wiśniewski', polish],
  ['Kowalska', polish],
  ['Popescu', romanian],
  ['Yılmaz', turkish],
  ['Demir', turkish],
  ['Nguyễn', vietnamese],
  ['Benali', moroccan],
]

interface Settings {
  readonly random: Chance
  readonly newId: () => string
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Makes the people of one centre after the other; no two of them ever have the same login. */
export function peopleMaker({ random, newId, today }: Settings) {
  const logins = new Set<string>()
  const person = (region: Region, named: Named, mail: Mail): Person => ({
    id: newId(),
    login: login(random, logins, named),
    lastName: named.lastName,
    firstName: named.firstName,
    language: languageOf(random, region, named.origin),
    email: mail.address,
    birthDate: birthDate(random, Number(today.slice(0, 4))),
    phone: phone(random),
    version: 0,
    fieldVersions: {},
    extra: {},
  })
  return {
    /** Somebody of that very name, with an address of his own. */
    named: (lastName: string, firstName: string, region: Region): Person => {
      const named = { lastName, firstName, origin: region === 'flanders' ? dutch : french }
      return person(region, named, ownMail(random, named, region))
    },
    people: (region: Region, count: number): Person[] => {
      const made: Person[] = []
      let family: { readonly named: Named; readonly mail: Mail } | undefined
      while (made.length < count) {
        const known = looked[made.length % looked.length]
        const isLooked = made.length < looked.length * 3 && known
        const related = !isLooked && family && random.happens(0.11) ? family : undefined
        const named = isLooked
          ? { lastName: known[0], firstName: firstName(random, known[1], known[0].endsWith('a')), origin: known[1] }
          : name(random, region, related?.named)
        const mail = related ? familyMail(random, related, named) : ownMail(random, named, region)
        family = { named, mail }
        made.push(person(region, named, mail))
        const last = made.at(-1)
        // A homonym: the same names, born on another day.
        if (last && made.length < count && !isLooked && random.happens(0.004)) {
          made.push(person(region, named, ownMail(random, named, region)))
        }
      }
      return made
    },
  }
}

interface Named {
  readonly lastName: string
  readonly firstName: string
  readonly origin: Origin
}

function name(random: Chance, region: Region, relative?: Named): Named {
  const found = random.weighted(shares[region])
  const origin = relative?.origin ?? (found === 'others' ? random.pick(others) : found)
  const isWoman = random.happens(0.52)
  const rare = origin.rare && random.happens(origin.rare.share) ? origin.rare.make(random.pick) : undefined
  const lastName = relative?.lastName ?? rare ?? random.skewed(origin.lastNames)
  return {
    lastName: isWoman && origin.feminine && !lastName.endsWith('a') ? origin.feminine(lastName) : lastName,
    firstName: firstName(random, origin, isWoman),
    origin,
  }
}

function firstName(random: Chance, origin: Origin, isWoman: boolean): string {
  const names = isWoman ? origin.women : origin.men
  const [one, second] = [random.skewed(names), random.skewed(names)]
  // Some are registered with all their first names.
  return random.happens(0.02) && one !== second ? `${one} ${second}` : one
}

function languageOf(random: Chance, region: Region, origin: Origin): Candidate['language'] {
  if (origin === german && random.happens(region === 'east' ? 0.8 : 0.5)) return 'de'
  const dutchSpeakers = { wallonia: 0.01, east: 0.01, flanders: 0.95, brussels: 0.2 }[region]
  return random.happens(origin === dutch && region !== 'flanders' ? dutchSpeakers + 0.25 : dutchSpeakers) ? 'nl' : 'fr'
}

interface Mail {
  readonly address: string | null
  readonly domain: string
}

const firms =
  'assurances-mosane, courtage-dupuis, bureau-leclercq, banque-horizon, fidelis, creditis, sambre-conseil, ardenne-courtage'
const kantoren =
  'kantoor-peeters, makelaar-claes, zekerplus, bankplus, kredietpunt, schelde-verzekeringen, kempen-krediet, leiekantoor'

const word = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '')

function ownMail(random: Chance, { firstName, lastName }: Named, region: Region): Mail {
  const flemish = region === 'flanders'
  const top = flemish ? 'voorbeeld.be' : 'exemple.be'
  const domain = random.weighted([
    [top, 40],
    [`${flemish ? 'post' : 'courriel'}.${top}`, 25],
    [`mail.${top}`, 20],
    [`${random.pick((flemish ? kantoren : firms).split(', '))}.${top}`, 15],
  ])
  if (random.happens(0.05)) return { address: null, domain }
  // An office that gives its own address for everybody.
  if (random.happens(0.025))
    return {
      address: `${flemish ? 'hr' : 'rh'}@${random.pick((flemish ? kantoren : firms).split(', '))}.${top}`,
      domain,
    }
  const [first, last] = [word(firstName), word(lastName)]
  const number = random.between(1, 99)
  const local = random.weighted([
    [`${first}.${last}${number}`, 50],
    [`${first.charAt(0)}.${last}${number}`, 15],
    [`${last}.${first}${number}`, 15],
    [`${first}${number}${last.charAt(0)}${random.between(10, 99)}`, 20],
  ])
  return { address: `${local}@${domain}`, domain }
}

function familyMail(random: Chance, relative: { readonly named: Named; readonly mail: Mail }, named: Named): Mail {
  const { mail } = relative
  if (random.happens(0.3)) return mail
  return {
    address: `${word(named.firstName)}.${word(named.lastName)}${random.between(1, 99)}@${mail.domain}`,
    domain: mail.domain,
  }
}

function birthDate(random: Chance, thisYear: number): string | null {
  if (random.happens(0.03)) return null
  const year = String(thisYear - 19 - Math.floor(random.next() ** 1.4 * 46))
  // From an old import: only the year is known.
  if (random.happens(0.006)) return year
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
}

function phone(random: Chance): string | null {
  if (random.happens(0.28)) return null
  const pairs = Array.from({ length: 3 }, () => random.between(10, 99)).join(' ')
  return random.weighted([
    [`04${random.between(70, 99)} ${pairs}`, 80],
    [`0${random.pick(['2', '4', '9'])} ${random.between(200, 899)} ${pairs.slice(0, 5)}`, 12],
    [`+32 4${random.between(70, 99)} ${pairs}`, 8],
  ])
}

function login(random: Chance, taken: Set<string>, named: Named): string {
  for (;;) {
    const made = loginOf(named, random.between(0, 9_999_999))
    if (taken.has(made)) continue
    taken.add(made)
    return made
  }
}
