import type { RecordStatus } from '../../shared/calls/candidate.ts'

// The same ranking twice: for a record that is read whole, and in SQL for the rows of a list.
export const statuses: readonly RecordStatus[] = ['registered', 'waiting', 'held', 'conflict', 'refused']
const statusOf = { accepted: 'registered', pending: 'waiting', conflict: 'conflict', rejected: 'refused' } as const

/** The most urgent of what stands open on a record. */
export const worst = (changes: readonly { readonly status: keyof typeof statusOf }[], held = false): RecordStatus =>
  statuses[
    Math.max(held ? statuses.indexOf('held') : 0, ...changes.map((change) => statuses.indexOf(statusOf[change.status])))
  ] ?? 'registered'

/** SQL: the rank of what stands open on the row whose id is `id`. */
export const statusRank = (id: string): string => `coalesce((
  select max(case change.status when 'rejected' then 4 when 'conflict' then 3 when 'pending' then 1 else 0 end)
  from change where change.entityId = ${id} and change.closedAt is null), 0)`

/** SQL: whether the record whose id is `id` waits for a word on whom it is of. */
export const isHeld = (id: string): string =>
  `exists (select 1 from hold where hold.id = ${id} and hold.decision is null)`

/** SQL: the rank of a candidate's record, which may be held as well. */
export const candidateRank = (id: string): string => `max(${statusRank(id)}, case when ${isHeld(id)} then 2 else 0 end)`
