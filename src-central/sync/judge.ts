import type { Transaction } from 'kysely'
import type { Change, ChangeKind, ChangeOf } from '../../shared/changes/change.ts'
import type { ErrorCode } from '../../shared/result.ts'
import type { Role } from '../../shared/operator.ts'
import type { Flag, Verdict } from '../../shared/verdict.ts'
import type { Central } from '../central.ts'
import type { CentralTables } from '../database/tables.ts'
import type { Desk } from '../desks/authenticate.ts'

export type Transacting = Transaction<CentralTables>

/** What a judge of one kind of change is handed: the transaction, who acts on which desk, and when central hears of it. */
export interface Case<C extends Change = Change> {
  readonly db: Transacting
  readonly central: Central
  readonly desk: Desk
  readonly change: C
  /** The row that the desk spoke of; `change` is about the one that it is today. */
  readonly named: string
  readonly actorName: string
  readonly roles: readonly Role[]
  /** Central's own time, UTC ISO. */
  readonly at: string
}
export type Judge<K extends ChangeKind> = (on: Case<ChangeOf<K>>) => Promise<Verdict>

export const accepted = (
  at: string,
  { version, fieldVersions = {} }: { version: number; fieldVersions?: Readonly<Record<string, number>> },
  flags: readonly Flag[] = [],
): Verdict => ({
  status: 'accepted',
  at,
  version,
  fieldVersions: { ...fieldVersions },
  ...(flags.length > 0 ? { flags } : {}),
})

export const rejected = (at: string, code: ErrorCode): Verdict => ({ status: 'rejected', at, code })
