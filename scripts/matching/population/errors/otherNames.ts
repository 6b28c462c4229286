import type { Chance } from '../../../../src-central/demo/random.ts'
import { formsOf, translations, transliterations } from '../nameForms.ts'
import { borneBy, lastNameOf, originOf } from '../names.ts'
import { inName, type PersonError } from './error.ts'

function otherForm(groups: readonly (readonly string[])[]) {
  const forms = formsOf(groups)
  return (text: string, random: Chance): string | null => {
    const [first = '', ...rest] = text.split(' ')
    const [whole, beginning] = [forms.get(text), forms.get(first)]
    if (whole) return random.pick(whole)
    return beginning ? [random.pick(beginning), ...rest].join(' ') : null
  }
}

const transliterated = otherForm(transliterations)

/** The name of the other: put behind her own with a hyphen, or in its place. */
const married = (name: string, join: (own: string, other: string, random: Chance) => string): PersonError => ({
  name,
  fields: ['lastName'],
  apply: (person, random, { sex, origin }) => {
    if (sex !== 'woman') return null
    const from = random.happens(0.7) ? origin : originOf(random)
    const other = borneBy(sex, lastNameOf(random, from), from)
    return other === person.lastName ? null : { ...person, lastName: join(person.lastName, other, random) }
  },
})

export const otherNameErrors: readonly PersonError[] = [
  inName('shortOrTranslated', 'firstName', otherForm(translations)),
  inName('transliteratedFirstName', 'firstName', transliterated),
  inName('transliteratedLastName', 'lastName', transliterated),
  married('marriedNameAdded', (own, other, random) =>
    random.weighted([
      [`${own}-${other}`, 50],
      [`${other}-${own}`, 25],
      [`${own} ${other}`, 15],
      [`${own} ép. ${other}`, 10],
    ]),
  ),
  married('marriedNameInstead', (_own, other) => other),
]
