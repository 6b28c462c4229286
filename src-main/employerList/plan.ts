import { type LineDecision, type LineFilter, lineFilters, type ListPlan } from '../../shared/calls/employerList.ts'
import { fold } from '../../shared/text.ts'
import type { MatchedLine } from './matching.ts'

export type Decisions = ReadonlyMap<number, LineDecision>

/** Whether a line belongs to what a filter shows. Those who are gone are no lines. */
export function isShown(only: LineFilter, line: MatchedLine, decisions: Decisions): boolean {
  switch (only) {
    case 'all':
      return true
    case 'undecided':
      return line.values !== null && !decisions.has(line.line)
    case 'twins':
      return line.twin !== null
    case 'added':
    case 'changed':
      return line.change?.kind === only
    case 'gone':
      return false
    default:
      return line.verdict === only
  }
}

export function countLines(
  lines: readonly MatchedLine[],
  decisions: Decisions,
  gone: number,
): Readonly<Record<LineFilter, number>> {
  const counts = Object.fromEntries(lineFilters.map((filter) => [filter, 0])) as Record<LineFilter, number>
  for (const line of lines) {
    for (const filter of lineFilters) if (isShown(filter, line, decisions)) counts[filter] += 1
  }
  return { ...counts, gone }
}

export const hasText = (line: Pick<MatchedLine, 'written'>, folded: string): boolean =>
  folded === '' || fold(`${line.written.lastName} ${line.written.firstName} ${line.written.email}`).includes(folded)

/** @param registered who is in the chosen session already; undefined without one */
export function planOf(
  lines: readonly MatchedLine[],
  decisions: Decisions,
  registered: ReadonlySet<string> | undefined,
): ListPlan {
  const plan = { create: 0, take: 0, leaveOut: 0, refused: 0, undecided: 0, register: 0, registeredBefore: 0 }
  const inSession = new Set(registered)
  for (const { line, values } of lines) {
    const decision = decisions.get(line)
    if (!values) plan.refused += 1
    else if (!decision) plan.undecided += 1
    else plan[decision.kind] += 1
    if (!values || !decision || decision.kind === 'leaveOut' || !registered) continue
    if (decision.kind === 'take' && inSession.has(decision.candidateId)) plan.registeredBefore += 1
    else plan.register += 1
    if (decision.kind === 'take') inSession.add(decision.candidateId)
  }
  return plan
}

type Together = Exclude<MatchedLine['verdict'], 'refused'>

/** The lines of a verdict that are not decided and can be without a look of their own, with what is decided of each. */
export const decidedTogether = (
  lines: readonly MatchedLine[],
  decisions: Decisions,
  verdict: Together,
  kind: LineDecision['kind'],
): readonly (readonly [line: number, decision: LineDecision])[] =>
  lines.flatMap((one) => {
    const decision = one.verdict === verdict && !decisions.has(one.line) ? together(one, kind) : null
    return decision ? [[one.line, decision] as const] : []
  })

function together({ candidates, likely, twin }: MatchedLine, kind: LineDecision['kind']): LineDecision | null {
  if (kind === 'leaveOut') return { kind }
  if (twin !== null) return null
  const [likeliest] = candidates
  if (kind === 'take') return likeliest === undefined ? null : { kind, candidateId: likeliest }
  return likely.length === 0 ? { kind, reason: null } : null
}
