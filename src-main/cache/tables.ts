import type { Generated } from 'kysely'

/** A record kept whole: see `records.ts`. The other columns of such a table repeat what is searched for in it. */
interface Kept {
  id: string
  body: string
  base: string | null
}

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
    openedAt: string | null
    confirmedAt: string | null
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
  session: Kept & {
    date: string
    startTime: string
    endTime: string
    locationId: string
    status: string
    closedAt: string | null
  }
  registration: Kept & { sessionId: string; candidateId: string; status: string; seat: string }
  checkIn: Kept & {
    registrationId: string
    sessionId: string
    mark: string
    /** '1' or '0': SQLite knows no booleans. */
    stands: string
    undoneAt: string | null
    at: string
  }
  result: Kept & { candidateId: string; registrationId: string; sessionId: string }
  attestation: Kept & {
    candidateId: string
    sessionId: string
    status: string
    expectedFrom: string
    lateAfter: string
    number: string | null
  }
  attendance: Kept & { candidateId: string; registrationId: string; sessionId: string; number: string }
  print: Kept & { documentId: string; candidateId: string | null; at: string }
  history: Kept & { candidateId: string | null; sessionId: string | null; subjectId: string; actedAt: string }
  distinction: Kept & { a: string; b: string; stands: string }
  hold: Kept & { decision: string | null }
  mergeRequest: Kept & { a: string; b: string; status: string }
  correction: Kept & { candidateId: string; status: string; askedAt: string }
  contact: Kept & { candidateId: string; at: string }
  advice: Kept & { sessionId: string; at: string }
  centre: { id: string; body: string }
  /** What a row became that turned out to be another one. */
  redirect: { entity: string; id: string; target: string }
  /** Rows that left the centre's scope and stay until their unsent changes are answered. */
  leaving: { entity: string; id: string }
  /** The list that an operator is at work on, and the last one of each employer; see `employerList/kept.ts`. */
  employerDraft: { operatorId: string; at: string; source: string; work: string }
  /** The parts of his list that are imported. */
  employerPart: { operatorId: string; part: number; report: string; lines: string }
  employerList: { id: string; employer: string; importedAt: string; lines: string }
  /** The batch of sheets that this desk prints; see `printBatch/sheets.ts`. */
  printBatch: { id: string; startedAt: string; startedBy: string }
  printSheet: {
    position: number
    documentId: string
    number: string
    copy: number
    changeId: string
    status: 'waiting' | 'sending' | 'sent' | 'failed'
    printer: string | null
    sentAt: string | null
    error: string | null
  }
  draft: { operatorId: string; key: string; body: string; at: string }
  preference: { operatorId: string; key: string; value: string }
  counter: { name: string; value: number }
}
