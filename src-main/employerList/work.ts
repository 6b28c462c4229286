import type { EmployerListState, LineDecision, ListChoices, ListRegistration } from '../../shared/calls/employerList.ts'
import { areUsable } from '../../shared/employerList/columns.ts'
import { sharedEmails } from '../../shared/employerList/lines.ts'
import type { ReportLine } from '../../shared/employerList/report.ts'
import type { SourceRow, SourceTable } from '../../shared/employerList/table.ts'
import { Refusal } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'
import { readMeta } from '../cache/meta.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { prepare } from '../cache/run.ts'
import { findSession, HAS_PLACE } from '../sessions/queries.ts'
import { becameOf } from '../sync/redirect.ts'
import {
  beginDraft,
  forgetDraft,
  keepColumns,
  keepWork,
  type KeptDraft,
  type KeptPart,
  type KeptWork,
  readColumns,
  readDraft,
  readEmployers,
  readList,
  readParts,
} from './kept.ts'
import { type Matched, matchLines, notMatched } from './matching.ts'
import { countLines, decidedTogether, planOf } from './plan.ts'

/** The list that an operator is at work on. */
export interface ListWork {
  source: SourceTable
  step: KeptWork['step']
  choices: ListChoices
  /** By the columns chosen: address → how many lines have it. */
  shared: ReadonlyMap<string, number>
  remembered: boolean
  readonly decisions: Map<number, LineDecision>
  registration: ListRegistration | null
  matched: Matched
  /** What is imported of it, part after part. */
  parts: readonly KeptPart[]
}

export const reportOf = ({ parts }: ListWork): readonly ReportLine[] => parts.flatMap(({ report }) => report)

/** What is still to be imported. */
function remaining(work: ListWork): readonly SourceRow[] {
  const done = new Set(reportOf(work).map(({ line }) => line))
  return work.source.rows.filter(({ line }) => !done.has(line))
}

/** The lists of one signed-in operator: at most one at a time, gone from memory when he locks. */
export interface ListDesk {
  work: ListWork | null | undefined
  /** What is under way and is waited for before the cache is closed. */
  matching: Promise<void> | undefined
  importing: Promise<void> | undefined
  /** Why the comparison with the records came to nothing. */
  failure: unknown
  ended: boolean
}
export const createListDesk = (): ListDesk => ({
  work: undefined,
  matching: undefined,
  importing: undefined,
  failure: undefined,
  ended: false,
})

/** Nothing new begins; what is written just now is finished. */
export async function endListDesk(desk: ListDesk): Promise<void> {
  desk.ended = true
  await Promise.allSettled([desk.matching, desk.importing])
  desk.work = null
}

const PREVIEWED = 8
const none = () => new Refusal(fail('list.none', 'no list is open').error)

const nowOf = ({ now }: OpenDesk): string => now().toISOString()

function kept({ step, choices, remembered, decisions, registration }: ListWork): KeptWork {
  return { step, choices, remembered, decisions: [...decisions], registration }
}

export const keep = (open: OpenDesk, work: ListWork): void =>
  keepWork(open.db, open.operator.id, nowOf(open), kept(work))

/** What is left of a list once it is imported, beside its parts: no cell of it. */
export const draftDone = (work: ListWork): KeptDraft => ({
  source: { ...work.source, rows: [] },
  work: { ...kept(work), decisions: [], step: 'done' },
})

/** The list as it stands; one that a lock or a crash interrupted is taken up again. */
export function readWork(open: OpenDesk): ListWork | null {
  const { lists, db, operator } = open
  if (lists.work !== undefined) return lists.work
  const draft = readDraft(db, operator.id)
  if (!draft) return (lists.work = null)
  const { decisions, ...work } = draft.work
  const { source } = draft
  const shared = sharedEmails(source.rows, work.choices.columns)
  const parts = readParts(db, operator.id)
  lists.work = { ...work, source, shared, decisions: new Map(decisions), matched: notMatched(), parts }
  if (work.step === 'check') startMatching(open, lists.work)
  return lists.work
}

export function workOf(open: OpenDesk): ListWork {
  const work = readWork(open)
  if (!work) throw none()
  return work
}

export function beginWork(open: OpenDesk, source: SourceTable): ListWork {
  const { db, operator, lists } = open
  const remembered = readColumns(db, operator.id, source)
  const columns = remembered ?? source.guessed
  const work: ListWork = {
    source,
    step: 'columns',
    choices: {
      columns,
      employer: '',
      language: operator.language,
      takenEmails: [],
    },
    shared: sharedEmails(source.rows, columns),
    remembered: remembered !== undefined,
    decisions: new Map(),
    registration: lists.work?.step === 'columns' ? lists.work.registration : null,
    matched: notMatched(),
    parts: [],
  }
  beginDraft(db, operator.id, nowOf(open), { source, work: kept(work) })
  lists.work = work
  return work
}

export function endWork({ lists, db, operator }: OpenDesk): void {
  forgetDraft(db, operator.id)
  lists.work = null
}

function startMatching(open: OpenDesk, work: ListWork): void {
  const rows = remaining(work)
  const matched = notMatched(rows.length)
  work.matched = matched
  const { lists } = open
  const goesOn = () => !lists.ended && open.db.open && lists.work === work && work.matched === matched
  const run = matchLines(open, rows, work, matched, goesOn).then(() => {
    if (goesOn()) dropStale(open, work)
  })
  lists.matching = run.catch((error: unknown) => {
    // A defect is nobody's answer: whoever asks next how far it is hears of it.
    lists.failure = error
    open.changed(['employerList'])
  })
}

/** Goes on to the records. Decisions stay as long as the lines are read from the same columns. */
export function checkLines(open: OpenDesk, work: ListWork, choices: ListChoices): void {
  const { nationalNumbers, header, width } = work.source
  const columns = choices.columns.map((meaning, at) => (nationalNumbers.includes(at) ? 'nationalNumber' : meaning))
  if (columns.length !== width || !areUsable(columns)) {
    throw new Refusal(fail('list.columns', 'the names have no column, or one too many').error)
  }
  const isReadAnew = JSON.stringify(columns) !== JSON.stringify(work.choices.columns)
  if (isReadAnew) work.decisions.clear()
  work.choices = { ...choices, columns }
  work.shared = sharedEmails(work.source.rows, columns)
  work.step = 'check'
  if (header) keepColumns(open.db, open.operator.id, header, columns)
  keep(open, work)
  startMatching(open, work)
}

/**
 * A decision of before may be about a record that has become another one or left this desk, or about a new person for
 * whom a record was found since.
 */
function dropStale(open: OpenDesk, work: ListWork): void {
  for (const { line, candidates, likely } of work.matched.lines) {
    const decision = work.decisions.get(line)
    if (decision?.kind === 'create' && decision.reason === null && likely.length > 0) work.decisions.delete(line)
    if (decision?.kind !== 'take') continue
    const candidateId = becameOf(open.db, 'candidate', decision.candidateId)
    if (candidates.includes(candidateId)) work.decisions.set(line, { ...decision, candidateId })
    else work.decisions.delete(line)
  }
}

/** Who has a place in the chosen session, and how many places are left; undefined without a session. */
export function placesIn(open: OpenDesk, registration: ListRegistration | null) {
  const session = registration && findSession(open.db, registration.sessionId)
  if (!session) return undefined
  const registered = prepare(open.db, `SELECT r.candidateId FROM registration r WHERE r.sessionId = ? AND ${HAS_PLACE}`)
    .pluck()
    .all(session.id) as string[]
  return { session, registered: new Set(registered), free: session.seats - registered.length }
}

export function stateOf(open: OpenDesk, work: ListWork): EmployerListState {
  const { source, matched, choices, decisions, registration } = work
  const report = reportOf(work)
  const places = placesIn(open, registration)
  const before = choices.employer === '' || work.step !== 'check' ? undefined : readList(open.db, choices.employer)
  return {
    step: work.step,
    lines: work.step === 'done' ? report.length : source.rows.length,
    imported: report.length,
    header: source.header,
    preview: source.rows.slice(0, PREVIEWED).map(({ cells }) => cells),
    nationalNumbers: source.nationalNumbers,
    choices,
    remembered: work.remembered,
    employers: readEmployers(open.db),
    sharedEmails: [...work.shared].map(([email, lines]) => ({ email, lines })),
    matching: work.step === 'check' && !matched.done ? { done: matched.lines.length, total: matched.total } : null,
    counts: countLines(matched.lines, decisions, matched.gone.length),
    before: before ? { importedAt: before.importedAt, lines: before.lines.length } : null,
    plan: work.step === 'done' ? planDone(report) : planOf(matched.lines, decisions, places?.registered),
    together: {
      known: decidedTogether(matched.lines, decisions, 'known', 'take').length,
      new: decidedTogether(matched.lines, decisions, 'new', 'create').length,
    },
    germanSpeakers: matched.lines.filter(({ values }) => values?.language === 'de').length,
    registration,
    free: places?.free ?? null,
    receivedAt: readMeta(open.db, 'receivedAt'),
  }
}

function planDone(report: readonly ReportLine[]): EmployerListState['plan'] {
  const count = (test: (line: ReportLine) => boolean) => report.filter(test).length
  return {
    create: count(({ done }) => done === 'created'),
    take: count(({ done }) => done === 'taken'),
    leaveOut: count(({ done }) => done === 'leftOut'),
    refused: count(({ done }) => done === 'refused'),
    undecided: 0,
    register: count(({ registered }) => registered === 'yes'),
    registeredBefore: count(({ registered }) => registered === 'before'),
  }
}
