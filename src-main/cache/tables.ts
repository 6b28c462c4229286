import type { Generated } from 'kysely'

/** Row types mirror the cache's tables. JSON is text here; each table's one fromRow/toRow converts. */
export interface CacheTables {
  meta: { key: string; value: string }
  candidate: {
    id: string
    login: string | null
    lastName: string
    firstName: string
    language: 'fr' | 'nl' | 'de'
    email: string | null
    birthDate: string | null
    phone: string | null
    version: number
    fieldVersions: string
    /** Fields of a newer central that this program does not know: kept, and never shown. */
    extra: string
    sortName: string
    searchText: string
    /** The row as central last sent it, while changes of this desk are laid over it; null when there are none. */
    base: string | null
  }
  change: {
    id: string
    deskSeq: number
    kind: string
    entityId: string
    body: string
    status: 'pending' | 'accepted' | 'conflict' | 'rejected'
    verdict: string | null
    actedAt: string
    sentAt: string | null
    closedAt: string | null
  }
  audit: {
    seq: Generated<number>
    at: string
    operatorId: string
    kind: string
    entityId: string
    changeId: string | null
    /** Names of the fields concerned, never their values. */
    fields: string
  }
  grant: { username: string; jws: string }
}
