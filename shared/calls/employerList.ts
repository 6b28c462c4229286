import { z } from 'zod'
import { type CandidateField, candidateLanguages, type CandidateValues } from '../candidate.ts'
import { documentLanguages } from '../centre.ts'
import { columnMeanings } from '../employerList/columns.ts'
import type { WrongPart } from '../employerList/lines.ts'
import type { ListChange } from '../employerList/versions.ts'
import { idSchema } from '../ids.ts'
import { reasonSchema, registrationValuesSchema } from '../registration.ts'
import { mayAct } from '../rights.ts'
import { line } from '../text.ts'
import { call } from './call.ts'
import type { ComparedCandidate, SimilarPeople } from './duplicate.ts'

/** A list may be so big, in bytes and in lines of people. */
export const mostBytes = 10_000_000
export const mostLines = 5_000

/** A list of so many lines is imported whole or not at all; a longer one in parts, since it would hold the window up. */
export const mostAtOnce = 500

/** What the desk found of a line: his record, one that may be his, nobody, or that the line cannot be read. */
const lineVerdicts = ['known', 'probable', 'new', 'refused'] as const
export type LineVerdict = (typeof lineVerdicts)[number]

const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('take'), candidateId: idSchema }),
  /** `reason`: why it is somebody else, where records look like him. */
  z.strictObject({ kind: z.literal('create'), reason: reasonSchema.nullable() }),
  z.strictObject({ kind: z.literal('leaveOut') }),
])
export type LineDecision = Readonly<z.output<typeof decisionSchema>>

export const lineFilters = ['all', 'undecided', ...lineVerdicts, 'twins', 'added', 'changed', 'gone'] as const
export type LineFilter = (typeof lineFilters)[number]

/** One line of the list, or somebody of the list of before who is not on this one (`gone`). */
export interface ListRow {
  /** `12`, or `gone-12` with the line of the list of before. */
  readonly key: string
  readonly line: number
  readonly verdict: LineVerdict | 'gone'
  readonly values: CandidateValues | null
  readonly written: Readonly<Record<CandidateField, string>>
  readonly wrong: readonly WrongPart[]
  readonly sharedEmail: string | null
  /** An earlier line that is the same person. */
  readonly twin: number | null
  /** Against the list of before; null without one. */
  readonly change: ListChange | null
  readonly decision: LineDecision | null
  /** The record that is taken, or else the likeliest. */
  readonly record: ComparedCandidate | null
}

export interface ListPage {
  readonly rows: readonly ListRow[]
  readonly total: number
}

const columnsSchema = z.array(z.enum(columnMeanings)).max(200).readonly()
const choicesSchema = z.strictObject({
  columns: columnsSchema,
  /** Whose list it is; '' when nobody says. The next list of the same employer is compared with this one. */
  employer: line(120),
  /** Of those whose line does not say. */
  language: z.enum(candidateLanguages),
  /** Addresses of many lines that are taken over all the same, in small letters. */
  takenEmails: z.array(z.string().max(254)).max(500).readonly(),
})
export type ListChoices = Readonly<z.output<typeof choicesSchema>>

const registrationSchema = z.strictObject({
  sessionId: idSchema,
  exams: registrationValuesSchema.shape.exams,
  /** The language of the exam of who speaks neither of the two. */
  language: z.enum(documentLanguages),
  overrideReason: registrationValuesSchema.shape.overrideReason,
})
export type ListRegistration = Readonly<z.output<typeof registrationSchema>>

/** What an import will do, or has done. */
export interface ListPlan {
  readonly create: number
  readonly take: number
  readonly leaveOut: number
  readonly refused: number
  readonly undecided: number
  /** Who is registered by it; those who are in the session already are not. */
  readonly register: number
  readonly registeredBefore: number
}

/** Where the list on this desk stands. Each operator has one at a time. */
export interface EmployerListState {
  readonly step: 'columns' | 'check' | 'done'
  /** Lines of people. */
  readonly lines: number
  /** How many of them an import that was interrupted has behind it; all when it is done. */
  readonly imported: number
  readonly header: readonly string[] | null
  /** The first lines, without any national number. */
  readonly preview: readonly (readonly string[])[]
  readonly nationalNumbers: readonly number[]
  readonly choices: ListChoices
  /** The columns are those of the last time that such a header was seen. */
  readonly remembered: boolean
  readonly employers: readonly string[]
  /** Addresses that many lines have, with how many, by the columns chosen. */
  readonly sharedEmails: readonly { readonly email: string; readonly lines: number }[]
  /** How far the comparison with the records is; null when it is done, or not begun. */
  readonly matching: { readonly done: number; readonly total: number } | null
  readonly counts: Readonly<Record<LineFilter, number>>
  /** The list of the same employer before this one. */
  readonly before: { readonly importedAt: string; readonly lines: number } | null
  readonly plan: ListPlan
  /** Lines that can be decided together: known ones to their records, new ones to be created. */
  readonly together: { readonly known: number; readonly new: number }
  /** New people who speak neither of the languages of an exam. */
  readonly germanSpeakers: number
  readonly registration: ListRegistration | null
  /** Places of the chosen session that are free now; null without one. */
  readonly free: number | null
  /** When this desk last received something of central. */
  readonly receivedAt: string | null
}

const office = mayAct['candidate.edit']
const nothing = z.strictObject({})

export const employerListCalls = {
  'employerList:read': call<EmployerListState | null>()(nothing, office),
  /** Asks for a file and reads it; the list as it stood when the operator gave up. `list.unreadable`, `.tooBig`, `.tooLong`, `.empty`. */
  'employerList:choose': call<EmployerListState | null>()(nothing, office),
  'employerList:paste': call<EmployerListState>()(z.strictObject({ text: z.string().min(1).max(mostBytes) }), office),
  /** Goes on to the comparison with the records, or back from it: a decision on a line that reads as before stays. */
  'employerList:check': call<EmployerListState>()(z.strictObject({ choices: choicesSchema }), office),
  'employerList:back': call<EmployerListState>()(nothing, office),
  'employerList:lines': call<ListPage>()(
    z.strictObject({
      only: z.enum(lineFilters),
      text: z.string().max(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    office,
  ),
  /** Who on this desk looks like the person of a line. */
  'employerList:similar': call<SimilarPeople>()(z.strictObject({ line: z.int().min(1) }), office),
  /** Null takes a decision back. `list.reasonMissing` when a line that looks like a record is to be created. */
  'employerList:decide': call<EmployerListState>()(
    z.strictObject({ line: z.int().min(1), decision: decisionSchema.nullable() }),
    office,
  ),
  /** Every line of this verdict that is not decided, and no second line of a person. */
  'employerList:decideAll': call<EmployerListState>()(
    z.strictObject({ verdict: z.enum(['known', 'probable', 'new']), decision: z.enum(['take', 'create', 'leaveOut']) }),
    office,
  ),
  'employerList:register': call<EmployerListState>()(
    z.strictObject({ registration: registrationSchema.nullable() }),
    office,
  ),
  /** Writes all of it or nothing. `list.undecided`, `registration.full`. */
  'employerList:import': call<EmployerListState>()(nothing, office),
  /** Asks where, and writes there what was done with each line; false when the operator gave up. */
  'employerList:saveReport': call<boolean>()(nothing, office),
  /** Forgets the list: what it led to stays. */
  'employerList:end': call<null>()(nothing, office),
} as const
