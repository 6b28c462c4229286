import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type LineDecision, type ListRegistration, mostAtOnce } from '../../shared/calls/employerList.ts'
import { documentLanguageOf } from '../../shared/centre.ts'
import { fieldsThatDiffer, type ReportLine } from '../../shared/employerList/report.ts'
import type { ImportedLine } from '../../shared/employerList/versions.ts'
import { uuidv7 } from '../../shared/ids.ts'
import { Refusal } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'
import { holdsOne, mayOverbook } from '../../shared/rights.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'
import { inSlices } from '../cache/slices.ts'
import { createCandidate } from '../candidates/create.ts'
import { findRow } from '../candidates/queries.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { register } from '../sessions/write.ts'
import type { Act } from '../sync/outbox.ts'
import { keepDraft, keepList, keepPart, type KeptPart } from './kept.ts'
import type { MatchedLine } from './matching.ts'
import { type Around, rehearse, type RehearsedRows, standing, writeRehearsed } from './rehearsal.ts'
import { draftDone, type ListWork, placesIn } from './work.ts'

const SLICE = 8
/** What a long list has in a part: half of what takes 15 to 35 ms. */
const PART = 250
/** Somebody may act on the same session meanwhile: then it is worked out anew. */
const ATTEMPTS = 4

interface Part extends KeptPart {
  readonly rows: readonly RehearsedRows[]
}
interface Outcome {
  readonly parts: readonly Part[]
  readonly standing: string
}

/**
 * Imports the list: new records and registrations with their outbox and audit rows, the list itself for the next one to
 * be compared with, and that it is done, all in one transaction; a list of more than `mostAtOnce` lines in several.
 *
 * Worked out before, on a copy (`rehearsal.ts`): the transaction only carries over what was written there, so that the
 * window is answered all the while and no part is ever half imported. What one line refuses refuses the whole, before
 * anything is written. Where it is interrupted between two parts, the lines that are left stay in the list.
 */
export async function importList(open: OpenDesk, work: ListWork): Promise<void> {
  const { db } = open
  const act = open.act()
  const goesOn = () => !open.lists.ended && db.open && open.db === db
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await workOut(open, db, act, work, goesOn)
    if (!outcome) break
    const carried = await carryOver(open, db, work, outcome, goesOn)
    if (work.step === 'done') return
    // Whoever keeps acting only delays what is left.
    if (carried > 0) attempt = -1
    if (!goesOn()) break
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
    candidateIds: namedBy(work),
  }
  const before = standing(db, around)
  const rehearsal = yield* rehearse(db, around)
  try {
    const inSession = new Set(placesIn(open, registration)?.registered)
    const mayOverride = holdsOne(open.operator.roles, mayOverbook)
    const parts: Part[] = []
    let report: ReportLine[] = []
    let lines: ImportedLine[] = []
    let taken = 0
    const size = matched.lines.length > mostAtOnce ? PART : mostAtOnce
    for (const [at, line] of matched.lines.entries()) {
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
        taken += 1
      }
      yield
      if (taken < size && at < matched.lines.length - 1) continue
      parts.push({ report, lines, rows: yield* rehearsal.written() })
      ;[report, lines, taken] = [[], [], 0]
    }
    return { parts, standing: before }
  } finally {
    rehearsal.close()
  }
}

const namedBy = ({ matched, decisions }: ListWork): readonly string[] => [
  ...new Set(matched.lines.flatMap((line) => namedIn(line, decisions.get(line.line)))),
]
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

/**
 * One transaction a part, with a turn for everybody else between them: how many were written. None any more as soon as
 * something has changed that was not written here, since then it was worked out on what is no longer so.
 */
async function carryOver(
  open: OpenDesk,
  db: Cache,
  work: ListWork,
  { parts, standing: before }: Outcome,
  goesOn: () => boolean,
): Promise<number> {
  const around: Around = {
    sessionId: work.registration?.sessionId ?? null,
    candidateIds: namedBy(work),
  }
  let changes: number | undefined
  // The copy was closed in this turn, which takes a moment of its own.
  await setImmediate()
  for (const [at, part] of parts.entries()) {
    if (!goesOn()) return at
    const stands = changes === undefined ? () => standing(db, around) === before : () => changesOf(db) === changes
    if (!writePart(open, db, work, part, at === parts.length - 1, stands)) return at
    changes = changesOf(db)
    await setImmediate()
    open.changed(['employerList'])
  }
  return parts.length
}

/** How many rows were ever written through this handle, which is the only one that writes. */
const changesOf = (db: Cache): number => prepare(db, 'SELECT total_changes()').pluck().get() as number

function writePart(
  open: OpenDesk,
  db: Cache,
  work: ListWork,
  { rows, report, lines }: Part,
  isLast: boolean,
  stands: () => boolean,
): boolean {
  const { employer } = work.choices
  const at = open.now().toISOString()
  const parts = [...work.parts, { report, lines }]
  const done = draftDone(work)
  const written = db.transaction(() => {
    if (!stands()) return false
    writeRehearsed(db, rows)
    keepPart(db, open.operator.id, work.parts.length, { report, lines })
    if (!isLast) return true
    if (employer !== '') keepList(db, { employer, importedAt: at, lines: parts.flatMap((part) => part.lines) })
    keepDraft(db, open.operator.id, at, done)
    return true
  })()
  if (!written) return false
  const imported = new Set(report.map(({ line }) => line))
  work.parts = parts
  work.matched = { ...work.matched, lines: work.matched.lines.filter(({ line }) => !imported.has(line)) }
  if (isLast) {
    work.source = done.source
    work.step = done.work.step
  }
  return true
}
