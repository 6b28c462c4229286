import { readBirthDate } from '../../shared/birthDate.ts'
import { candidateFieldSchemas } from '../../shared/candidate.ts'
import { normalCase, splitFullName } from '../../shared/employerList/names.ts'
import { emptyForm, type FormValues } from './form.ts'

const isDate = (word: string, today: string): boolean => /\d/.test(word) && readBirthDate(word, today).ok
const isEmail = (word: string): boolean => candidateFieldSchemas.email.safeParse(word).success && word.includes('@')

/**
 * The words of a search that found nobody, in the fields where they belong: `baudoux jean 21-3-98`.
 *
 * Whoever searches types the family name first. A word with a digit that is no birth date was a login, and stays behind.
 * @param today `YYYY-MM-DD`
 */
export function fromSearch(text: string, today: string): FormValues {
  const words = text.trim().split(/\s+/u)
  const names = words.filter((word) => !/[\d@]/.test(word)).join(' ')
  const { lastName, firstName } = splitFullName(names, 'nameFirst') ?? { lastName: names, firstName: '' }
  return {
    ...emptyForm,
    lastName: normalCase(lastName),
    firstName: normalCase(firstName),
    birthDate: words.find((word) => isDate(word, today)) ?? '',
    email: words.find(isEmail) ?? '',
  }
}
