import type { Chance } from '../../../src-central/demo/random.ts'

/** Letters and digits only, as an address writes a name. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replace(/[^a-z0-9]+/g, '')

const providers: readonly (readonly [string, number])[] = [
  ['post.exemple.be', 30],
  ['mail.voorbeeld.be', 25],
  ['webmail.example', 25],
  ['courriel.exemple.be', 12],
  ['brieven.voorbeeld.be', 8],
]

interface Named {
  readonly lastName: string
  readonly firstName: string
}

/** An address of his own, at a provider or, when `domain` is given, where he works. */
export function ownAddress(random: Chance, { lastName, firstName }: Named, domain?: string): string {
  const [first, last] = [plain(firstName.split(' ')[0] ?? ''), plain(lastName)]
  const at = domain ?? random.weighted(providers)
  const local = random.weighted([
    [`${first}.${last}`, 40],
    [`${first}${last}${random.between(1, 99)}`, 20],
    [`${first.charAt(0)}${last}${random.between(1, 99)}`, 15],
    [`${last}.${first}`, 10],
    [`${first}_${random.between(1950, 2007)}`, 8],
    [`${random.pick(nicknames)}${random.between(10, 9999)}`, 7],
  ])
  return `${local}@${at}`
}

export interface Addresses {
  readonly own: (named: Named, domain?: string) => string
}

/** No two people have one address of their own: who comes later takes a number. */
export function createAddresses(random: Chance): Addresses {
  const taken = new Set<string>()
  return {
    own: (named, domain) => {
      let address = ownAddress(random, named, domain)
      while (taken.has(address)) address = address.replace('@', `${random.between(1, 99)}@`)
      taken.add(address)
      return address
    },
  }
}

const nicknames = [
  'zonnetje',
  'etoile',
  'ardennen',
  'papillon',
  'voetbal',
  'lama',
  'duvel',
  'moto',
  'chaton',
  'fietser',
]

const firmWords = [
  'assur',
  'polis',
  'mosa',
  'schelde',
  'leie',
  'horizon',
  'garant',
  'kempen',
  'sambre',
  'finanz',
  'haspen',
  'zenne',
]
const firmEndings = [
  'partners',
  'makelaars',
  'courtage',
  'conseil',
  'bank',
  'groep',
  'bureau',
  'advies',
  'invest',
  'plus',
]

/** Where people work together: its domain, and the address that it gives for everybody. */
export interface Firm {
  readonly domain: string
  readonly office: string
}

export function firm(random: Chance, number: number): Firm {
  const domain = `${random.pick(firmWords)}-${random.pick(firmEndings)}${number}.${random.pick(['exemple.be', 'voorbeeld.be'])}`
  return { domain, office: `${random.pick(['info', 'hr', 'rh', 'office', 'kantoor', 'admin'])}@${domain}` }
}

const digits = (random: Chance, count: number): string =>
  Array.from({ length: count }, () => random.between(0, 9)).join('')
const pairs = (text: string): string => text.replace(/(\d{2})(?=\d)/g, '$1 ')

export function mobile(random: Chance): string {
  const [head, rest] = [`4${random.between(55, 99)}`, digits(random, 6)]
  return random.weighted([
    [`0${head} ${pairs(rest)}`, 60],
    [`0${head}/${rest.replace(/(\d{2})(?=\d)/g, '$1.')}`, 15],
    [`+32 ${head} ${pairs(rest)}`, 20],
    [`0${head}${rest}`, 5],
  ])
}

export function landline(random: Chance): string {
  const zone = random.pick([
    '2',
    '3',
    '4',
    '9',
    '10',
    '11',
    '14',
    '15',
    '16',
    '50',
    '51',
    '53',
    '56',
    '65',
    '71',
    '81',
    '87',
  ])
  const rest = digits(random, 8 - zone.length)
  return `0${zone} ${rest.slice(0, -4)} ${pairs(rest.slice(-4))}`
}
