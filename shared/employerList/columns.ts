import { fold } from '../text.ts'
import { looksLikeDate } from './dates.ts'
import { languageOf } from './languages.ts'
import { areGivenNames } from './names.ts'

/**
 * What a column of an employer's list is.
 *
 * `nameFirst` and `firstNameFirst`: both names in one cell, in this order. A national number is recognised to be left
 * out; `none` is not taken over either.
 */
export const columnMeanings = [
  'none',
  'lastName',
  'firstName',
  'nameFirst',
  'firstNameFirst',
  'birthDate',
  'email',
  'phone',
  'language',
  'nationalNumber',
] as const
export type ColumnMeaning = (typeof columnMeanings)[number]

const ABOUT_OTHERS =
  /employ|societe|entreprise|werkgever|bedrijf|company|firm|kantoor|bureau|agence|examen|module|cours|opleiding|formation|responsable|manager|chef|jeune fille|meisjes|epou|echtgeno|lieu|plaats|place|gemeente|commune|contact/
const NATIONAL_NUMBER =
  /\b(niss|insz|inss|rrn|nrn|ssn|rijksregister\w*|registre national|numero national|n national|no national|nationaal nummer|national (number|register)|numero bis|bisnummer)\b|^(nn|rr|n nat)$/
const FIRST_NAME = /\b(prenoms?|voorna(am|men)|roepnaam|first ?names?|given ?names?|forenames?|vornamen?)\b/
const LAST_NAME =
  /\b(noms?|naam|namen|achternaam|familienaam|last ?names?|sur ?name|family ?names?|nachname|name|names)\b/
const WHOLE_NAME =
  /\b(full ?name|nom complet|volledige naam|travailleurs?|collaborat\w+|medewerkers?|werknemers?|participants?|deelnemers?|candidats?|kandida(at|ten)|personne|persoon)\b/
const OTHERS = [
  ['birthDate', /naiss|^nee? |^nee?$|geboort|geboren|birth|^dob$|^ddn$|geburt/],
  ['email', /\b(e ?mails?|e ?mail ?adres\w*|mails?|mail ?adres\w*|courriel|adresse electronique)\b/],
  ['phone', /\b(tel|telephone|telefoon\w*|gsm\w*|mobile|mobiel\w*|portable|phone|handy)\b/],
  ['language', /\b(langue|taal|taalrol|voertaal|language|sprache|role linguistique|lg)\b/],
] as const

/** What a column is by its header alone; `none` when the header says nothing that is known. */
export function meaningOfHeader(header: string): ColumnMeaning {
  const text = fold(header)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
  if (text === '') return 'none'
  if (NATIONAL_NUMBER.test(text)) return 'nationalNumber'
  if (ABOUT_OTHERS.test(text)) return 'none'
  const other = OTHERS.find(([, pattern]) => pattern.test(text))
  if (other) return other[0]
  const first = FIRST_NAME.exec(text)
  const last = LAST_NAME.exec(first ? text.replace(first[0], ' '.repeat(first[0].length)) : text)
  if (first && last) return first.index < last.index ? 'firstNameFirst' : 'nameFirst'
  if (first) return 'firstName'
  if (last && !WHOLE_NAME.test(text)) return 'lastName'
  return last || WHOLE_NAME.test(text) ? 'nameFirst' : 'none'
}

/** Eleven digits whose last two check the others, in either century; a sheet may have lost the zero at the beginning. */
export function isNationalNumber(text: string): boolean {
  const written = text.replace(/[\s./-]/gu, '')
  const digits = /^[1-9]\d{9}$/.test(written) ? `0${written}` : written
  // A month of 20 or 40 more is a number given before the birth date or the sex was known.
  if (!/^\d{2}(?:[024][1-9]|[135][0-2]|[024]0)(?:[0-2]\d|3[01])\d{5}$/.test(digits)) return false
  const [body, check] = [digits.slice(0, 9), Number(digits.slice(9))]
  return [body, `2${body}`].some((number) => 97 - (Number(number) % 97) === check)
}

/** A share of a column: most of what stands in it. */
const MOST = 0.6
const EMAIL = /^\S+@\S+\.\S+$/
const PHONE = /^(?=(?:\D*\d){8,15}\D*$)[+(0]?[\d\s./()-]+$/
const NAME = /^[\p{L}\p{M}' ’.,-]+$/u

/** What a column is by what stands in it; the names only tell each other apart with the help of their neighbours. */
function meaningOfCells(cells: readonly string[]): ColumnMeaning {
  const written = cells.filter((cell) => cell !== '')
  const mostly = (test: (cell: string) => boolean): boolean =>
    written.length > 0 && written.filter(test).length >= written.length * MOST
  if (mostly((cell) => EMAIL.test(cell))) return 'email'
  if (mostly(looksLikeDate)) return 'birthDate'
  if (mostly((cell) => languageOf(cell) !== null)) return 'language'
  if (mostly((cell) => PHONE.test(cell))) return 'phone'
  if (!mostly((cell) => NAME.test(cell))) return 'none'
  if (mostly((cell) => cell.includes(',') || cell.split(' ').length > 1) && mostly((cell) => !areGivenNames(cell)))
    return mostly((cell) => areGivenNames(cell.split(' ')[0] ?? '')) ? 'firstNameFirst' : 'nameFirst'
  return mostly(areGivenNames) ? 'firstName' : 'lastName'
}

/**
 * What each column probably is: by its header where there is one, else by what stands in it. No meaning is given twice.
 *
 * A national number is recognised by its figures too, whatever its header says, so that it can be left out.
 * @param rows some of them are enough
 */
export function guessColumns(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
  count: number,
): readonly ColumnMeaning[] {
  const taken = new Set<ColumnMeaning>()
  const take = (meaning: ColumnMeaning): ColumnMeaning => {
    if (meaning === 'none' || meaning === 'nationalNumber') return meaning
    if (taken.has(meaning)) return 'none'
    taken.add(meaning)
    return meaning
  }
  const cellsOf = (column: number) => rows.map((cells) => cells[column] ?? '')
  const guessed = Array.from({ length: count }, (_, column) =>
    take(holdsNumbers(cellsOf(column)) ? 'nationalNumber' : meaningOfHeader(header?.[column] ?? '')),
  )
  const columns = guessed.map((meaning, column) => {
    if (meaning !== 'none' || (header?.[column] ?? '') !== '') return meaning
    return take(meaningOfCells(cellsOf(column)))
  })
  // Beside a column of names that no header names, another one is of first names that no table knows.
  const second = columns.includes('firstName')
    ? -1
    : columns.findIndex(
        (meaning, column) =>
          meaning === 'none' && (header?.[column] ?? '') === '' && meaningOfCells(cellsOf(column)) === 'lastName',
      )
  return settleNames(
    second < 0 ? columns : columns.map((meaning, column) => (column === second ? 'firstName' : meaning)),
    cellsOf,
  )
}

/** Most of what stands there are national numbers. */
const holdsNumbers = (cells: readonly string[]): boolean => {
  const written = cells.filter((cell) => cell !== '')
  return written.length > 0 && written.filter(isNationalNumber).length >= written.length * MOST
}

/** A column "Nom" alone holds both names; beside a first name it is the family name. */
function settleNames(
  columns: readonly ColumnMeaning[],
  cellsOf: (column: number) => readonly string[],
): readonly ColumnMeaning[] {
  const has = (meaning: ColumnMeaning) => columns.includes(meaning)
  if (has('firstName') && !has('lastName')) {
    return columns.map((meaning) => (meaning === 'nameFirst' || meaning === 'firstNameFirst' ? 'lastName' : meaning))
  }
  if (has('firstName') && has('lastName')) {
    return columns.map((meaning) => (meaning === 'nameFirst' || meaning === 'firstNameFirst' ? 'none' : meaning))
  }
  if (!has('lastName')) return columns
  return columns.map((meaning, column) => {
    if (meaning !== 'lastName') return meaning
    const whole = meaningOfCells(cellsOf(column))
    return whole === 'firstNameFirst' ? whole : 'nameFirst'
  })
}

/** Both names come from somewhere, and nothing comes from two columns. */
export function areUsable(columns: readonly ColumnMeaning[]): boolean {
  const used = columns.filter((meaning) => meaning !== 'none' && meaning !== 'nationalNumber')
  if (new Set(used).size !== used.length) return false
  const apart = used.includes('lastName') && used.includes('firstName')
  const together = used.filter((meaning) => meaning === 'nameFirst' || meaning === 'firstNameFirst').length
  return apart ? together === 0 : together === 1 && !used.includes('lastName') && !used.includes('firstName')
}
