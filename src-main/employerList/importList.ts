import { randomBytes } from 'node:crypto'
import type { LineDecision, ListRegistration } from '../../shared/calls/employerList.ts'
import { documentLanguageOf } from '../../shared/centre.ts'
import { fieldsThatDiffer, type ReportLine } from '../../shared/employerList/report.ts'
import type { ImportedLine } from '../../shared/employerList/versions.ts'
import { uuidv7 } from '../../shared/ids.ts'
import { Refusal } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'
import { holdsOne, mayOverbook } from '../../shared/rights.ts'
import type { Cache } from '../cache/open.ts'
import { inSlices } from '../cache/slices.ts'
import { createCandidate } from '../candidates/create.ts'
import { findRow } from '../candidates/queries.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { register } from '../sessions/write.ts'
import type { Act } from '../sync/outbox.ts'
import { beginDraft, keepList } from './kept.ts'
import type { MatchedLine } from './matching.ts'
import { type Around, rehearse, type RehearsedRows, standing, writeRehearsed } from './rehearsal.ts'
import { draftDone, type ListWork, placesIn } from './work.ts'

const SLICE = 8
/** Somebody may act on the same session meanwhile: then it is worked out anew. */
const ATTEMPTS = 4

interface Outcome {
  readonly report: readonly ReportLine[]
  readonly lines: readonly ImportedLine[]
  readonly rows: readonly RehearsedRows[]
  readonly standing: string
}

/**
 * Imports the list: new records and registrations with their outbox and audit rows, the list itself for the next one to
 * be compared with, and that it is done, all in one transaction.
 *
 * Worked out before, on a copy (`rehearsal.ts`): the transaction only carries over what was written there, so that the
 * window is answered all the while and nothing is ever half imported. What one line refuses refuses the whole.
 */
export async function importList(open: OpenDesk, work: ListWork): Promise<void> {
  const { db } = open
  const act = open.act()
  const goesOn = () => !open.lists.ended && db.open && open.db === db
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await workOut(open, db, act, work, goesOn)
    if (!outcome || !goesOn()) break
    if (carryOver(open, db, work, outcome)) {
      const done = draftDone(work, outcome.report)
      work.source = done.source
      work.step = done.work.step
      work.report = done.work.report
      return
    }
  }
  throw new Refusal(fail('call.failed', 'the desk was locked, or others kept acting').error)
}

/** In slices; undefined when the desk is being locked. */
async function workOut(open: OpenDesk, db: Cache, act: Act, work: ListWork, goesOn: () => boolean) {
  const found: { outcome?: Outcome } = {}
  await inSlices(
    (function* () {
      found.outcome = yield* actOut(open, db, act, work)
    })(),
    SLICE,
    goesOn,
  )
  return found.outcome
}

function* actOut(open: OpenDesk, db: Cache, act: Act, work: ListWork): Generator<void, Outcome> {
  const { matched, decisions, registration } = work
  const around: Around = {
    sessionId: registration?.sessionId ?? null,
    candidateIds: [...new Set(matched.lines.flatMap((line) => namedIn(line, decisions.get(line.line))))],
  }
  const before = standing(db, around)
  const rehearsal = yield* rehearse(db, around)
  try {
    const inSession = new Set(placesIn(open, registration)?.registered)
    const mayOverride = holdsOne(open.operator.roles, mayOverbook)
    const report: ReportLine[] = []
    const lines: ImportedLine[] = []
    for (const line of matched.lines) {
      const made = actOn({ open, db: rehearsal.db, live: db, act }, line, decisions.get(line.line))
      let registered: ReportLine['registered'] = 'no'
      if (registration && made.candidateId !== null) {
        registered = inSession.has(made.candidateId) ? 'before' : 'yes'
        inSession.add(made.candidateId)
        if (registered === 'yes') {
          const values = registrationOf(registration, made.candidateId, made.language)
          register(rehearsal.db, act, { changeId: newId(open), id: newId(open), values, person: null, mayOverride })
        }
      }
      const { written, wrong, sharedEmail } = line
      report.push({
        line: line.line,
        written,
        wrong,
        sharedEmail: sharedEmail !== null,
        done: made.done,
        differs: made.differs,
        candidateId: made.candidateId,
        registered,
      })
      if (line.values && made.done !== 'leftOut') {
        lines.push({ line: line.line, values: line.values, candidateId: made.candidateId })
      }
      yield
    }
    return { report, lines, rows: yield* rehearsal.written(), standing: before }
  } finally {
    rehearsal.close()
  }
}

const namedIn = ({ likely }: MatchedLine, decision: LineDecision | undefined): readonly string[] =>
  decision?.kind === 'take' ? [decision.candidateId] : decision?.kind === 'create' ? likely : []

const registrationOf = (
  { sessionId, exams, language, overrideReason }: ListRegistration,
  candidateId: string,
  spoken: 'fr' | 'nl' | 'de',
) => ({
  sessionId,
  candidateId,
  exams,
  language: spoken === 'de' ? language : documentLanguageOf(spoken),
  pc: null,
  overrideReason,
})

const newId = ({ now }: OpenDesk): string => uuidv7(now().getTime(), randomBytes(10))

interface Stage {
  readonly open: OpenDesk
  /** The copy. */
  readonly db: Cache
  readonly live: Cache
  readonly act: Act
}

function actOn({ open, db, live, act }: Stage, { values, likely }: MatchedLine, decision: LineDecision | undefined) {
  const nobody = { candidateId: null, language: 'fr' as const, differs: [] }
  if (!values) return { ...nobody, done: 'refused' as const }
  if (!decision) throw new Refusal(fail('list.undecided', 'a line is not decided').error)
  if (decision.kind === 'leaveOut') return { ...nobody, done: 'leftOut' as const }
  if (decision.kind === 'take') {
    const { candidateId } = decision
    const record = findRow(live, candidateId)
    if (!record) throw new Refusal(fail('candidate.unknown', 'a record is not on this desk any more').error)
    const differs = fieldsThatDiffer(values, record)
    return { candidateId, language: record.language, differs, done: 'taken' as const }
  }
  const id = newId(open)
  const { reason } = decision
  const others = reason === null ? [] : likely
  const notThese = others.map((candidateId) => ({
    changeId: newId(open),
    id: newId(open),
    candidateId,
    reason: reason ?? '',
  }))
  createCandidate(db, act, { changeId: newId(open), id, values, notThese })
  return { candidateId: id, language: values.language, differs: [], done: 'created' as const }
}

/** The one transaction; false when something has changed since it was worked out. */
function carryOver(open: OpenDesk, db: Cache, work: ListWork, { rows, report, lines, ...outcome }: Outcome): boolean {
  const { choices, decisions, matched, registration } = work
  const around: Around = {
    sessionId: registration?.sessionId ?? null,
    candidateIds: [...new Set(matched.lines.flatMap((line) => namedIn(line, decisions.get(line.line))))],
  }
  const at = open.now().toISOString()
  return db.transaction(() => {
    if (standing(db, around) !== outcome.standing) return false
    writeRehearsed(db, rows)
    if (choices.employer !== '') keepList(db, { employer: choices.employer, importedAt: at, lines })
    beginDraft(db, open.operator.id, at, draftDone(work, report))
    return true
  })()
}
