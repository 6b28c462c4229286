import type { Chance } from '../../../../src-central/demo/random.ts'
import type { Person } from '../person.ts'
import { inEitherName, inName, type PersonError } from './error.ts'

const SEPARATE =
  /^(van den|van der|van de|vanden|vander|vande|van 't|van|de la|della|del|des|de|du|di|da|dos|la|lo|el|al|aït|ben)\s+(?=\p{Lu})(.+)$/iu
const GLUED = /^(Vanden|Vander|Vande|Van|De)(\p{Ll}{4,})$/u
const title = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()

/** Van den Broeck, Vandenbroeck, VAN DEN BROECK, V.d. Broeck, Broeck (van den). */
function otherParticle(text: string, random: Chance): string | null {
  const [, particle, core] = SEPARATE.exec(text) ?? []
  if (particle && core) {
    const initials = particle.split(/\s+/).map((word) => word.charAt(0).toLowerCase())
    return random.weighted([
      [`${title(particle.replaceAll(/[\s']/g, ''))}${core.toLowerCase()}`, 40],
      [`${title(particle.replaceAll(/[\s']/g, ''))} ${core}`, 15],
      [`${particle.toLowerCase()} ${core}`, 10],
      [`${particle.split(/\s+/).map(title).join(' ')} ${core}`, 5],
      [
        initials.length > 1
          ? `${title(initials[0] ?? '')}.${initials.slice(1).join('.')}. ${core}`
          : `${particle}${core}`,
        15,
      ],
      [`${core} (${particle.toLowerCase()})`, 5],
      [`${core}, ${particle.toLowerCase()}`, 5],
      [`${particle}-${core}`, 5],
    ])
  }
  const [, glued, rest] = GLUED.exec(text) ?? []
  if (!glued || !rest) return null
  const apart = { Vanden: 'Van den', Vander: 'Van der', Vande: 'Van de', Van: 'Van', De: 'De' }[glued]
  return `${apart} ${title(rest)}`
}

const withoutParticle = (text: string): string | null => SEPARATE.exec(text)?.[2] ?? null

/** Al for El, de for van de: the particle of another language or of another family. */
function wrongParticle(text: string, random: Chance): string | null {
  const [, particle = '', core] = SEPARATE.exec(text) ?? []
  const others = {
    el: ['Al', 'L'],
    al: ['El'],
    ben: ['Bin', 'Ibn'],
    aït: ['Ait', 'At'],
    'van de': ['Van der', 'Van den', 'Van'],
    'van den': ['Van de', 'Van der', 'Van'],
    'van der': ['Van de', 'Van den', 'Van'],
    de: ['Den', 'Van'],
    da: ['de', 'do'],
    dos: ['de', 'do'],
  }[particle.toLowerCase()]
  return others && core ? `${random.pick(others)} ${core}` : null
}

const HYPHEN = /(?<=\p{L})-(?=\p{L})/u
const hyphenDropped = (text: string, random: Chance): string | null =>
  HYPHEN.test(text)
    ? random.weighted([
        [text.replace(HYPHEN, ' '), 70],
        [text.replace(HYPHEN, ''), 30],
      ])
    : null

const APOSTROPHE = /['’]/u
const apostropheDropped = (text: string, random: Chance): string | null =>
  APOSTROPHE.test(text)
    ? random.weighted([
        [text.replace(APOSTROPHE, ''), 40],
        [text.replace(APOSTROPHE, ' '), 25],
        [text.replace(APOSTROPHE, '’'), 20],
        [text.replace(APOSTROPHE, '´'), 15],
      ])
    : null

const DOUBLE = /^(\p{L}{3,})[- ](\p{L}{3,})$/u
/** Of García Pérez one of the two; of a name with a particle nothing, that is another error. */
function shortened(text: string, random: Chance): string | null {
  if (SEPARATE.test(text)) return null
  const [, one, other] = DOUBLE.exec(text) ?? []
  return one && other ? (random.happens(0.7) ? one : other) : null
}

const doubledOrder = (text: string): string | null =>
  SEPARATE.test(text) ? null : text.replace(DOUBLE, (_all, one: string, other: string) => `${other} ${one}`)

const FIRST_NAMES = /^(\p{L}{2,}) (\p{L}{2,})$/u
const swappedFirstNames = (text: string): string => text.replace(FIRST_NAMES, '$2 $1')
const oneFirstName = (text: string, random: Chance): string =>
  text.replace(FIRST_NAMES, random.happens(0.8) ? '$1' : '$2')

const secondNames = [
  'Marie',
  'Maria',
  'Jozef',
  'Joseph',
  'Albert',
  'Louise',
  'Jean',
  'Anna',
  'Paul',
  'Emma',
  'Leon',
  'Jeanne',
]
const firstNameAdded = (text: string, random: Chance): string | null =>
  text.includes(' ') ? null : `${text} ${random.pick(secondNames)}`

function initialOnly(text: string, random: Chance): string | null {
  const initials = text.split(/[- ]/).map((word) => word.charAt(0).toUpperCase())
  const dotted = initials.map((letter) => `${letter}.`).join(text.includes('-') ? '-' : '')
  return random.weighted([
    [dotted, 60],
    [initials.join(''), 25],
    [`${initials[0]}`, 15],
  ])
}

const INITIALS = 'ABCEFGHJLMPRST'
const withInitial = (text: string, random: Chance): string | null =>
  text.includes(' ')
    ? text.replace(FIRST_NAMES, (_all, one: string, other: string) => `${one} ${other.charAt(0)}.`)
    : `${text} ${INITIALS.charAt(random.between(0, INITIALS.length - 1))}.`

const swapped = ({ lastName, firstName, ...rest }: Person): Person => ({
  ...rest,
  lastName: firstName,
  firstName: lastName,
})

const bothNames = ['lastName', 'firstName'] as const

/** Both names together, in either order, where one belongs. */
const allIn = (name: string, make: (all: string) => Pick<Person, 'lastName' | 'firstName'>): PersonError => ({
  name,
  fields: bothNames,
  apply: (person, random) => {
    const names = [person.lastName, person.firstName]
    return { ...person, ...make((random.happens(0.7) ? names : names.toReversed()).join(' ')) }
  },
})

export const partErrors: readonly PersonError[] = [
  inName('particleWritten', 'lastName', otherParticle),
  inName('particleDropped', 'lastName', withoutParticle),
  inName('particleWrong', 'lastName', wrongParticle),
  inEitherName('hyphenDropped', hyphenDropped),
  inEitherName('apostropheDropped', apostropheDropped),
  inName('doubleNameShortened', 'lastName', shortened),
  inName('doubleNameReversed', 'lastName', doubledOrder),
  inName('firstNamesSwapped', 'firstName', swappedFirstNames),
  inName('firstNameDropped', 'firstName', oneFirstName),
  inName('firstNameAdded', 'firstName', firstNameAdded),
  inName('initialOnly', 'firstName', initialOnly),
  inName('initialAdded', 'firstName', withInitial),
  { name: 'namesSwapped', fields: bothNames, apply: swapped },
  allIn('allInLastName', (all) => ({ lastName: all, firstName: '' })),
  allIn('allInFirstName', (all) => ({ lastName: '', firstName: all })),
  allIn('allInBoth', (all) => ({ lastName: all, firstName: all })),
]
