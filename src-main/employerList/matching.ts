import { setImmediate, setTimeout } from 'node:timers/promises'
import type { LineVerdict, ListChoices } from '../../shared/calls/employerList.ts'
import { type ListLine, readLine } from '../../shared/employerList/lines.ts'
import type { SourceRow } from '../../shared/employerList/table.ts'
import { compareLists, type ImportedLine, type ListChange, type NewLine } from '../../shared/employerList/versions.ts'
import { inBelgium } from '../../shared/time.ts'
import { findRow } from '../candidates/queries.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { similarOf } from '../duplicates/similar.ts'
import { becameOf } from '../sync/redirect.ts'
import { type KeptPart, readList } from './kept.ts'
import { createTwins } from './twins.ts'

/** A line with what the desk found about it. */
export interface MatchedLine extends ListLine {
  readonly verdict: LineVerdict
  /** Records that look like him, the likeliest first; the one of the list of before stands first of all. */
  readonly candidates: readonly string[]
  /** Of these, those that nobody may pass over without a word. */
  readonly likely: readonly string[]
  /** An earlier line that is the same person. */
  readonly twin: number | null
  readonly change: ListChange | null
}

/** The lines as far as they are matched. Grows, and is whole when `done`. */
export interface Matched {
  readonly lines: MatchedLine[]
  readonly total: number
  gone: readonly ImportedLine[]
  done: boolean
}

export const notMatched = (total = 0): Matched => ({ lines: [], total, gone: [], done: false })

/** How long it works before the window's calls have their turn. */
const SLICE = 6
/** Between two looks whether the desk has read everybody. */
const PATIENCE = 100
const TELL = 300

/**
 * Reads every line by the columns chosen and looks for its person among the records of this desk, among the lines before
 * it, and in the last list of the same employer.
 *
 * In slices, and only as long as `goesOn`: thousands of lines take seconds, and the window is answered meanwhile.
 */
export async function matchLines(
  open: OpenDesk,
  rows: readonly SourceRow[],
  { choices, shared, parts }: Compared,
  matched: Matched,
  goesOn: () => boolean,
): Promise<void> {
  const reading = { ...choices, today: inBelgium(open.now()).date }
  const before = choices.employer === '' ? undefined : readList(open.db, choices.employer)
  const twins = createTwins()
  const byRecord = new Map<string, number>()
  let until = performance.now() + SLICE
  let told = performance.now()
  const offices = new Set(shared.keys())
  for (const row of rows) {
    const line = readLine(row, reading, offices)
    const found = await look(open, line, goesOn)
    if (!found) return
    matched.lines.push({ ...found, twin: twinOf(found, twins, byRecord), change: null })
    if (performance.now() < until) continue
    await setImmediate()
    if (!goesOn()) return
    until = performance.now() + SLICE
    if (performance.now() - told < TELL) continue
    told = performance.now()
    open.changed(['employerList'])
  }
  if (before) {
    const imported = parts.flatMap(({ lines }) => lines)
    compare(open, matched, before.lines, imported)
  }
  matched.done = true
  open.changed(['employerList'])
}

interface Compared {
  readonly choices: ListChoices
  /** Addresses of many lines, in small letters. */
  readonly shared: ReadonlyMap<string, number>
  /** What is imported of this list already. */
  readonly parts: readonly KeptPart[]
}

type Found = Omit<MatchedLine, 'twin' | 'change'>

/** Undefined when nobody waits for it any more. */
async function look(open: OpenDesk, line: ListLine, goesOn: () => boolean): Promise<Found | undefined> {
  const { values } = line
  if (!values) return { ...line, verdict: 'refused', candidates: [], likely: [] }
  while (goesOn()) {
    const similar = await similarOf(open.db).look(values)
    if (similar?.ready) {
      const likely = similar.people.filter(({ verdict }) => verdict !== 'possible')
      const [best] = likely
      return {
        ...line,
        verdict: best ? (best.verdict === 'certain' ? 'known' : 'probable') : 'new',
        candidates: similar.people.map(({ candidate }) => candidate.id),
        likely: likely.map(({ candidate }) => candidate.id),
      }
    }
    await setTimeout(PATIENCE)
  }
  return undefined
}

function twinOf(found: Found, twins: ReturnType<typeof createTwins>, byRecord: Map<string, number>): number | null {
  const { line, values, verdict, candidates } = found
  if (!values) return null
  const like = twins(line, values)
  const record = verdict === 'known' ? candidates[0] : undefined
  const earlier = record === undefined ? undefined : byRecord.get(record)
  if (record !== undefined && earlier === undefined) byRecord.set(record, line)
  return earlier ?? like
}

/** The list of before knows better than any likeness whom a line is of. */
function compare(
  { db }: OpenDesk,
  matched: Matched,
  before: readonly ImportedLine[],
  imported: readonly ImportedLine[],
): void {
  const here = before.map((line) => ({
    ...line,
    candidateId: line.candidateId === null ? null : becameOf(db, 'candidate', line.candidateId),
  }))
  const now = matched.lines.flatMap(({ line, values, verdict, candidates }): NewLine[] =>
    values ? [{ line, values, candidateId: verdict === 'known' ? (candidates[0] ?? null) : null }] : [],
  )
  const { changes, gone } = compareLists(here, [...now, ...imported])
  matched.gone = gone
  for (const [at, one] of matched.lines.entries()) {
    const change = changes.get(one.line)
    if (!change) continue
    const record = change.kind === 'added' ? null : change.candidateId
    const isHere = record !== null && findRow(db, record) !== undefined
    matched.lines[at] = {
      ...one,
      change,
      ...(isHere && {
        verdict: 'known',
        candidates: [record, ...one.candidates.filter((id) => id !== record)],
        likely: [record, ...one.likely.filter((id) => id !== record)],
      }),
    }
  }
}
