import {
  type EmployerListState,
  type LineFilter,
  type ListPage,
  type ListRow,
} from '../../shared/calls/employerList.ts'
import type { ComparedCandidate, SimilarPeople } from '../../shared/calls/duplicate.ts'
import { reportName, reportText } from '../../shared/employerList/report.ts'
import { Refusal } from '../../shared/parse.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fold } from '../../shared/text.ts'
import { inBelgium } from '../../shared/time.ts'
import type { OpenHandlers } from '../calls.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { saveWhole } from '../documents/saveWhole.ts'
import { readCompared } from '../duplicates/compared.ts'
import { similarOf } from '../duplicates/similar.ts'
import { importList } from './importList.ts'
import type { MatchedLine } from './matching.ts'
import { decidedTogether, hasText, isShown } from './plan.ts'
import { readList } from './reading/reading.ts'
import type { ListSource } from './reading/worker.ts'
import { beginWork, checkLines, endWork, keep, type ListWork, readWork, reportOf, stateOf, workOf } from './work.ts'

const locked = fail('call.forbidden', 'locked meanwhile')

function done(open: OpenDesk, work: ListWork): Result<EmployerListState> {
  keep(open, work)
  return ok(stateOf(open, work))
}

/** While the list can still be changed. */
function openWork(open: OpenDesk): ListWork {
  const work = workOf(open)
  if (work.step === 'done') throw new Refusal(fail('list.none', 'the list is imported').error)
  return work
}

async function take(open: OpenDesk, source: ListSource): Promise<Result<EmployerListState>> {
  const read = await readList(open.lists.readingWorker, source)
  if (!read.ok) return read
  if (!open.db.open) return locked
  return ok(stateOf(open, beginWork(open, read.value)))
}

export const employerListHandlers: OpenHandlers<
  | 'employerList:read'
  | 'employerList:choose'
  | 'employerList:paste'
  | 'employerList:check'
  | 'employerList:back'
  | 'employerList:lines'
  | 'employerList:similar'
  | 'employerList:decide'
  | 'employerList:decideAll'
  | 'employerList:register'
  | 'employerList:import'
  | 'employerList:saveReport'
  | 'employerList:end'
> = {
  'employerList:read': (open) => {
    const { failure } = open.lists
    open.lists.failure = undefined
    if (failure !== undefined) throw failure
    const work = readWork(open)
    return ok(work && stateOf(open, work))
  },
  'employerList:choose': async (open) => {
    const file = await open.lists.askWhich()
    // The desk may have been locked while the operator looked for a file.
    if (!open.db.open) return locked
    if (file !== null) return take(open, { file })
    const work = readWork(open)
    return ok(work && stateOf(open, work))
  },
  'employerList:paste': (open, { text }) => take(open, { text }),
  'employerList:check': (open, { choices }) => {
    const work = openWork(open)
    checkLines(open, work, choices)
    return ok(stateOf(open, work))
  },
  'employerList:back': (open) => {
    const work = openWork(open)
    work.step = 'columns'
    return done(open, work)
  },
  'employerList:lines': (open, { only, text, offset, limit }) => ok(pageOf(open, only, text, offset, limit)),
  'employerList:similar': async (open, { line }) => {
    const { values, candidates } = lineOf(workOf(open), line)
    for (;;) {
      const { db } = open
      if (!values) return fail('list.none', 'the line is refused')
      const similar = await similarOf(db).look(values)
      if (similar) return ok(withFirst(open, similar, candidates[0]))
      if (open.db === db) return locked
    }
  },
  'employerList:decide': (open, { line, decision }) => {
    const work = openWork(open)
    const { values, likely } = lineOf(work, line)
    if (!values) return fail('list.none', 'a refused line is not decided')
    if (decision?.kind === 'create' && decision.reason === null && likely.length > 0) {
      return fail('list.reasonMissing', 'records look like him')
    }
    if (decision?.kind === 'take' && readCompared(open.db, [decision.candidateId]).length === 0) {
      return fail('candidate.unknown', 'no such candidate on this desk')
    }
    if (decision) work.decisions.set(line, decision)
    else work.decisions.delete(line)
    return done(open, work)
  },
  'employerList:decideAll': (open, { verdict, decision: kind }) => {
    const work = openWork(open)
    for (const [line, decision] of decidedTogether(work.matched.lines, work.decisions, verdict, kind)) {
      work.decisions.set(line, decision)
    }
    return done(open, work)
  },
  'employerList:register': (open, { registration }) => {
    const work = openWork(open)
    work.registration = registration
    return done(open, work)
  },
  'employerList:import': async (open) => {
    const work = openWork(open)
    const { matching, plan } = stateOf(open, work)
    if (work.step !== 'check' || matching || plan.undecided > 0) return fail('list.undecided', 'not all is decided')
    const { lists } = open
    const running = lists.importing ?? importList(open, work).finally(() => (lists.importing = undefined))
    lists.importing = running
    try {
      await running
    } finally {
      open.changed(['candidate', 'registration', 'session', 'distinction', 'change', 'employerList'])
      open.sync.nudge()
    }
    return ok(stateOf(open, work))
  },
  'employerList:saveReport': async (open) => {
    const report = reportOf(workOf(open))
    const { language } = open.operator
    const file = await open.lists.askWhereReport(reportName(language, inBelgium(open.now()).date))
    if (!open.db.open) return locked
    if (file === null) return ok(false)
    const ids = report.flatMap(({ candidateId }) => candidateId ?? [])
    const logins = new Map(readCompared(open.db, ids).map(({ id, login }) => [id, login]))
    const text = reportText(report, language, (id) => logins.get(id) ?? null)
    saveWhole(file, new TextEncoder().encode(text))
    return ok(true)
  },
  'employerList:end': (open) => {
    endWork(open)
    return ok(null)
  },
}

/** The record of the list of before stands first, whether it looks like him or not. */
function withFirst({ db }: OpenDesk, similar: SimilarPeople, id: string | undefined): SimilarPeople {
  const [record] = id === undefined ? [] : readCompared(db, [id])
  if (!record) return similar
  const found = similar.people.find(({ candidate }) => candidate.id === id)
  const first = found ?? { candidate: record, verdict: 'certain' as const, reasons: [] }
  return { ...similar, people: [first, ...similar.people.filter((one) => one !== found)] }
}

function lineOf({ matched }: ListWork, line: number): MatchedLine {
  const found = matched.lines.find((one) => one.line === line)
  if (!found) throw new Refusal(fail('list.none', 'no such line').error)
  return found
}

function pageOf(open: OpenDesk, only: LineFilter, text: string, offset: number, limit: number): ListPage {
  const work = workOf(open)
  const folded = fold(text)
  const rows =
    only === 'gone'
      ? work.matched.gone.map(goneRow).filter((row) => hasText(row, folded))
      : work.matched.lines.flatMap((line) =>
          isShown(only, line, work.decisions) && hasText(line, folded) ? [rowOf(work, line)] : [],
        )
  const page = rows.slice(offset, offset + limit)
  const wanted = page.flatMap(({ row, recordId }) => (recordId === null ? [] : [[row.key, recordId] as const]))
  const records = new Map(
    readCompared(
      open.db,
      wanted.map(([, id]) => id),
    ).map((record) => [record.id, record]),
  )
  return {
    rows: page.map(({ row, recordId }) => ({ ...row, record: recordOf(records, recordId) })),
    total: rows.length,
  }
}

const recordOf = (records: ReadonlyMap<string, ComparedCandidate>, id: string | null): ComparedCandidate | null =>
  (id === null ? undefined : records.get(id)) ?? null

interface Named {
  readonly row: Omit<ListRow, 'record'>
  readonly written: ListRow['written']
  readonly recordId: string | null
}

function rowOf({ decisions }: ListWork, found: MatchedLine): Named {
  const { line, verdict, values, written, wrong, sharedEmail, twin, change, candidates } = found
  const decision = decisions.get(line) ?? null
  const recordId = decision?.kind === 'take' ? decision.candidateId : verdict === 'new' ? null : (candidates[0] ?? null)
  const key = String(line)
  return { row: { key, line, verdict, values, written, wrong, sharedEmail, twin, change, decision }, written, recordId }
}

function goneRow({ line, values, candidateId }: ListWork['matched']['gone'][number]): Named {
  const { lastName, firstName, language, email, birthDate, phone } = values
  const written = { lastName, firstName, language, email: email ?? '', birthDate: birthDate ?? '', phone: phone ?? '' }
  const none = { wrong: [], sharedEmail: null, twin: null, change: null, decision: null }
  return {
    row: { key: `gone-${line}`, line, verdict: 'gone', values, written, ...none },
    written,
    recordId: candidateId,
  }
}
