import type { RecordStatus } from '../../shared/calls/candidate.ts'

// The same ranking twice: for a record that is read whole, and in SQL for the rows of a list.
export const statuses: readonly RecordStatus[] = ['registered', 'waiting', 'conflict', 'refused']
const statusOf = { accepted: 'registered', pending: 'waiting', conflict: 'conflict', rejected: 'refused' } as const

/** The most urgent of what stands open on a record. */
export const worst = (changes: readonly { readonly status: keyof typeof statusOf }[]): RecordStatus =>
  statuses[Math.max(0, ...changes.map((change) => statuses.indexOf(statusOf[change.status])))] ?? 'registered'

/** SQL: the rank of what stands open on the row whose id is `id`. */
export const statusRank = (id: string): string => `coalesce((
  select max(case change.status when 'rejected' then 3 when 'conflict' then 2 when 'pending' then 1 else 0 end)
  from change where change.entityId = ${id} and change.closedAt is null), 0)`
