import type { CandidateField, CandidateValues } from '../candidate.ts'
import type { InterfaceLanguage } from '../operator.ts'
import type { WrongPart } from './lines.ts'
import fr from './texts/fr.json' with { type: 'json' }
import nl from './texts/nl.json' with { type: 'json' }

/** What was done with one line of a list. */
export interface ReportLine {
  readonly line: number
  readonly written: Readonly<Record<CandidateField, string>>
  readonly done: 'created' | 'taken' | 'leftOut' | 'refused'
  readonly registered: 'yes' | 'before' | 'no'
  readonly candidateId: string | null
  readonly wrong: readonly WrongPart[]
  /** Fields in which the list says something else than the record that was taken. */
  readonly differs: readonly CandidateField[]
  readonly sharedEmail: boolean
}

type Texts = typeof fr & typeof nl
const all: Readonly<Record<InterfaceLanguage, Texts>> = { fr, nl }

/** Fields of a record that was taken which the list has otherwise; what the list does not say is no difference. */
export const fieldsThatDiffer = (
  listed: CandidateValues,
  record: Pick<CandidateValues, 'lastName' | 'firstName' | 'birthDate' | 'email' | 'phone'>,
): readonly CandidateField[] =>
  (['lastName', 'firstName', 'birthDate', 'email', 'phone'] as const).filter(
    (field) => listed[field] !== null && listed[field] !== record[field],
  )

/** The name of the file that the report is offered under: a day, and nobody's name. */
export const reportName = (language: InterfaceLanguage, day: string): string => `${all[language].fileName}-${day}.csv`

const say = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/gu, (place, name: string) => values[name] ?? place)

// A spreadsheet would take what begins like this for a formula.
const FORMULA = /^[=+\-@\t\r]/

const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * The report as a table that every spreadsheet opens: UTF-8 with its mark, semicolons, one row a line of the list.
 * @param loginOf the login of a record; null while Certassur has not given one
 */
export function reportText(
  lines: readonly ReportLine[],
  language: InterfaceLanguage,
  loginOf: (candidateId: string) => string | null,
): string {
  const texts = all[language]
  const { head, fields } = texts
  const named = (field: WrongPart['field']): string => (field === 'line' ? texts.line : fields[field])
  const remarks = ({ wrong, differs, sharedEmail }: ReportLine): string =>
    [
      ...wrong.map(({ field, code }) => say(texts.part, { field: named(field), what: texts.wrong[code] })),
      ...(differs.length > 0 ? [say(texts.differs, { fields: differs.map(named).join(', ') })] : []),
      ...(sharedEmail ? [texts.sharedEmail] : []),
    ].join(texts.between)
  const rows = lines.map((line) => [
    String(line.line),
    line.written.lastName,
    line.written.firstName,
    line.written.birthDate,
    texts.done[line.done],
    line.candidateId === null ? '' : (loginOf(line.candidateId) ?? texts.loginLater),
    line.done === 'created' || line.done === 'taken' ? texts.registered[line.registered] : '',
    remarks(line),
  ])
  const titles = [head.line, head.lastName, head.firstName, head.birthDate, head.done, head.login, head.registered]
  return `\ufeff${[[...titles, head.remark], ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
