import type { ColumnType, Generated } from 'kysely'

/** PostgreSQL's transaction id of the last write of a row, stamped by a trigger; what the change feed is ordered by. */
type Stamp = ColumnType<string, never, never>
type Instant = ColumnType<Date, string, string>
type Json<T> = ColumnType<T, string, string>

export interface CentralTables {
  meta: { key: string; value: Json<unknown> }
  centre: { id: string; code: string; name: string }
  operator: {
    id: string
    username: string
    name: string
    language: 'fr' | 'nl'
    passwordHash: string
    revokedAt: Instant | null
  }
  operatorRole: { operatorId: string; centreId: string; role: 'administrator' | 'controller' | 'centreManager' }
  pairingCode: { codeHash: string; centreId: string; madeBy: string; expiresAt: Instant; usedAt: Instant | null }
  desk: {
    id: string
    centreId: string
    name: string
    platform: string
    tokenHash: string
    unlockSecret: string
    pairedAt: Instant
    revokedAt: Instant | null
  }
  grant: {
    id: string
    deskId: string
    operatorId: string
    roles: Json<string[]>
    issuedAt: Instant
    expiresAt: Instant
  }
  candidate: {
    id: string
    login: string | null
    lastName: string
    firstName: string
    language: 'fr' | 'nl' | 'de'
    email: string | null
    birthDate: string | null
    phone: string | null
    version: Generated<number>
    fieldVersions: Json<Record<string, number>>
    extra: Json<Record<string, unknown>>
    xid: Stamp
  }
  scope: { centreId: string; candidateId: string; since: Instant; until: Instant | null; xid: Stamp }
  change: {
    id: string
    deskId: string
    body: ColumnType<unknown, string | null, never>
    actedAt: Instant | null
    sentAt: Instant
    receivedAt: Instant
    verdict: ColumnType<unknown, null, string>
  }
}
