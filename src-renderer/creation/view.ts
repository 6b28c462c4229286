import type { SyncState } from '../../shared/calls/sync.ts'
import { type Match, matchesOf } from './matches.ts'
import type { SearchState } from './searchStore.ts'
import { type Decisions, type Standing, standingOf } from './standing.ts'

/** What the search, the decisions and the line come to. */
export interface CreationView {
  readonly matches: readonly Match[]
  readonly standing: Standing
  /** Certassur cannot answer now: who is not at the door waits until it can. */
  readonly keeps: boolean
}

export const isOffline = (sync: SyncState | null): boolean => sync?.line === 'offline'

export function viewOf(
  { person, here, there, failed, asking, records }: SearchState,
  decisions: Decisions,
  offline: boolean,
): CreationView {
  const matches = matchesOf(here?.value ?? null, there?.value ?? null, records)
  const code = failed && { key: failed.key, value: failed.value.code }
  const standing = standingOf({ person, offline, here, there, failed: code, asking, matches, decisions })
  return { matches, standing, keeps: 'checked' in standing ? standing.checked.by === 'here' : offline }
}
