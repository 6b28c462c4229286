import { mobile, ownAddress } from '../contacts.ts'
import type { PersonError } from './error.ts'
import { isOneSlip, slip } from './letters.ts'

/** One letter before the sign. */
const emailTypo: PersonError['apply'] = (person, random) => {
  const [local = '', domain] = person.email?.split('@') ?? []
  const slipped = slip(local, random)
  return domain && slipped !== null && slipped !== local && isOneSlip(local, slipped)
    ? { ...person, email: `${slipped}@${domain}` }
    : null
}

// At a provider of which the population has no address yet: nobody else's becomes his.
const NEW_PROVIDER = 'nieuw.voorbeeld.be'

const emailChanged: PersonError['apply'] = (person, random, about) =>
  person.email === null ? null : { ...person, email: ownAddress(random, about.person, NEW_PROVIDER) }

const phoneTypo: PersonError['apply'] = (person, random) => {
  if (person.phone === null) return null
  const place = random.pick([...person.phone.matchAll(/\d/g)].slice(-6)).index
  const digit = (Number(person.phone[place]) + random.between(1, 9)) % 10
  return { ...person, phone: `${person.phone.slice(0, place)}${digit}${person.phone.slice(place + 1)}` }
}

/** The same number as another would write it. */
const phoneWritten: PersonError['apply'] = (person, random) => {
  if (person.phone === null) return null
  const national = person.phone.replace('+32 ', '0').replaceAll(/\D/g, '').slice(1)
  const phone = random.pick([`+32${national}`, `0032 ${national}`, `+32 (0)${national}`, `0${national}`])
  return phone === person.phone ? null : { ...person, phone }
}

export const contactErrors: readonly PersonError[] = [
  { name: 'emailChanged', fields: ['email'], apply: emailChanged },
  { name: 'emailTypo', fields: ['email'], apply: emailTypo },
  {
    name: 'emailCapitals',
    fields: ['email'],
    apply: (person) => (person.email === null ? null : { ...person, email: person.email.toUpperCase() }),
  },
  {
    name: 'emailMissing',
    fields: ['email'],
    apply: (person) => (person.email === null ? null : { ...person, email: null }),
  },
  {
    name: 'officeAddress',
    fields: ['email'],
    apply: (person, _random, { firm }) => (person.email === firm.office ? null : { ...person, email: firm.office }),
  },
  {
    name: 'phoneChanged',
    fields: ['phone'],
    apply: (person, random) => (person.phone === null ? null : { ...person, phone: mobile(random) }),
  },
  { name: 'phoneTypo', fields: ['phone'], apply: phoneTypo },
  { name: 'phoneWritten', fields: ['phone'], apply: phoneWritten },
  {
    name: 'contactsNew',
    fields: ['email', 'phone'],
    apply: (person, random, about) => ({
      ...person,
      email: ownAddress(random, about.person, NEW_PROVIDER),
      phone: mobile(random),
    }),
  },
]
