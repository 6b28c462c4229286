import type { Entity } from '../../shared/changes/shape.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'
import {
  findStored,
  type RecordTable,
  type RecordTypes,
  removeRecord,
  type Stored,
  writeStored,
} from '../cache/records.ts'
import { candidateStore } from '../candidates/store.ts'

/** What every row of the feed has. */
export interface Row {
  readonly id: string
  readonly version: number
  readonly fieldVersions?: Readonly<Record<string, number>>
}

/** How the rows of one noun are kept on this desk. */
export interface Store {
  find(db: Cache, id: string): Stored<Row> | undefined
  write(db: Cache, current: Row, base: Row | null | undefined): void
  remove(db: Cache, id: string): void
  /** What central fills in: a row made here has these until central's own comes. */
  readonly fresh: Readonly<Record<string, unknown>>
}

const kept = <T extends RecordTable>(table: T, fresh: Store['fresh'] = {}): Store => ({
  find: (db, id) => findStored(db, table, id),
  write: (db, current, base) =>
    writeStored(db, table, current as RecordTypes[T], base as RecordTypes[T] | null | undefined),
  remove: (db, id) => removeRecord(db, table, id),
  fresh,
})

/** Every noun that the feed brings, by name. */
export const stores: Readonly<Record<Entity, Store>> = {
  candidate: candidateStore,
  session: kept('session', { code: null, status: 'planned', cancelReason: null, closedAt: null, closedBy: null }),
  registration: kept('registration', { status: 'registered', seat: 'taken', cancelReason: null }),
  checkIn: kept('checkIn', {
    receivedAt: null,
    clockOdd: false,
    stands: true,
    undoneAt: null,
    undoneBy: null,
    undoReason: null,
  }),
  result: kept('result'),
  attestation: kept('attestation'),
  attendance: kept('attendance'),
  print: kept('print'),
  history: kept('history'),
  distinction: kept('distinction', { actorName: null, stands: true }),
  hold: kept('hold'),
  mergeRequest: kept('mergeRequest', { status: 'asked', answer: null, survivor: null, actorName: null, askedAt: null }),
  mail: kept('mail'),
  correction: kept('correction'),
  contact: kept('contact', { actorName: null, deskName: null }),
  advice: kept('advice', { actorName: null, deskName: null }),
}

/** The centre itself has no versions and nobody changes it here. */
export function writeCentre(db: Cache, centre: { readonly id: string }): void {
  prepare(db, 'INSERT INTO centre (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body').run(
    centre.id,
    JSON.stringify(centre),
  )
}
