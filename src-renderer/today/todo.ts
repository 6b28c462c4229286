import type { Today } from '../../shared/calls/today.ts'
import type { SessionRow } from '../../shared/calls/session.ts'
import type { Target } from '../shell/going.ts'

/** One thing that waits, and where it is done. */
export type Todo =
  | {
      readonly kind: 'toReview' | 'held' | 'unverified' | 'corrections' | 'unadvised' | 'late' | 'ready' | 'awaited'
      readonly count: number
      readonly target: Target
    }
  | {
      readonly kind: 'toConfirm' | 'unclosed'
      readonly count: number
      readonly session: SessionRow
      readonly target: Target
    }

/**
 * What waits, the most urgent first.
 * @param has whether this operator has a screen: what he cannot do is not his to do
 */
export function todosOf(today: Today, has: (screen: Target['screen']) => boolean): readonly Todo[] {
  const counted: readonly Todo[] = [
    { kind: 'toReview', count: today.toReview, target: { screen: 'exchange', only: 'toReview' } },
    { kind: 'held', count: today.held, target: { screen: 'duplicates', only: 'holds' } },
    { kind: 'corrections', count: today.corrections, target: { screen: 'corrections' } },
    { kind: 'unverified', count: today.unverified, target: { screen: 'candidates', create: true } },
    ...today.toConfirm.map(
      (session): Todo => ({
        kind: 'toConfirm',
        count: session.counts.toConfirm,
        session,
        target: { screen: 'sessions', id: session.session.id },
      }),
    ),
    { kind: 'late', count: today.late, target: { screen: 'attestations', only: 'late' } },
    ...today.unclosed.map(
      (session): Todo => ({
        kind: 'unclosed',
        count: 1,
        session,
        target: { screen: 'sessions', id: session.session.id },
      }),
    ),
    {
      kind: 'unadvised',
      count: today.unadvised.length,
      target: { screen: 'sessions', ...(today.unadvised[0] && { id: today.unadvised[0] }) },
    },
    { kind: 'ready', count: today.ready, target: { screen: 'attestations', only: 'ready' } },
    { kind: 'awaited', count: today.awaited, target: { screen: 'attestations', only: 'awaited' } },
  ]
  return counted.filter(({ count, target }) => count > 0 && has(target.screen))
}

/** The attestations to come are good to know and nothing to do. */
export const nothingToDo = (todos: readonly Todo[], today: Today): boolean =>
  todos.every(({ kind }) => kind === 'awaited') && today.incompleteTotal === 0
