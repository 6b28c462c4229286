import type { ColumnType, Generated } from 'kysely'
import type { MinimalMatch } from '../../shared/duplicate.ts'
import type { AdviceWay } from '../../shared/advice.ts'
import type { ContactOutcome, ContactProblem } from '../../shared/contact.ts'
import type { Correction, CorrectionKind } from '../../shared/correction.ts'
import type { MailFate, MailKind } from '../../shared/mail.ts'
import type { KeptMessage, MailData, MailStatus } from '../mail/kinds.ts'

type Instant = ColumnType<Date, string, string>
type Json<T> = ColumnType<T, string, string>
/** The same, with a default. */
type LaterJson<T> = ColumnType<T, string | undefined, string>
type LaterText = ColumnType<string | null, string | null | undefined, string | null>
type LaterInstant = ColumnType<Date | null, string | null | undefined, string | null>

interface Bilingual {
  readonly fr: string
  readonly nl: string
}

/** What Certassur sets for a centre; each has a default in `src-central/settings.ts`. Hours and days. */
interface CentreSettings {
  readonly releaseDelayHours?: number
  readonly lateAfterHours?: number
  readonly windowDays?: number
  readonly lookupsPerDay?: number
  readonly foundForDays?: number
  readonly identityTries?: number
  readonly identityTryDays?: number
  readonly lookupLogDays?: number
}

export interface CentralTables {
  meta: { key: string; value: Json<unknown> }
  centre: { id: string; code: string; name: string; email: LaterText; settings: LaterJson<CentreSettings> }
  location: { id: string; centreId: string; name: string; address: string; pcs: number }
  exam: {
    code: string
    domain: 'insurance' | 'credit'
    short: Json<Bilingual>
    title: Json<Bilingual>
    requires: Json<readonly string[]>
    rank: number
  }
  operator: {
    id: string
    username: string
    name: string
    language: 'fr' | 'nl'
    passwordHash: string
    revokedAt: Instant | null
    candidateId: LaterText
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
    mergedInto: LaterText
    openedAt: LaterInstant
    confirmedAt: LaterInstant
  }
  scope: { centreId: string; candidateId: string; since: Instant; until: Instant | null }
  change: {
    id: string
    deskId: string
    body: ColumnType<unknown, string | null, never>
    actedAt: Instant | null
    sentAt: Instant
    receivedAt: Instant
    verdict: ColumnType<unknown, null, string>
  }
  session: {
    id: string
    centreId: string
    code: string | null
    date: string
    startTime: string
    endTime: string
    locationId: string
    room: string | null
    mode: 'room' | 'remote'
    exams: Json<readonly string[]>
    seats: number
    controllers: Json<readonly string[]>
    note: string | null
    status: Generated<'planned' | 'cancelled'>
    cancelReason: LaterText
    closedAt: LaterInstant
    closedBy: LaterText
    version: Generated<number>
    fieldVersions: LaterJson<Record<string, number>>
  }
  registration: {
    id: string
    centreId: string
    sessionId: string
    candidateId: string
    exams: Json<readonly string[]>
    language: 'fr' | 'nl'
    pc: number | null
    status: 'registered' | 'requested' | 'cancelled'
    seat: Generated<'taken' | 'toConfirm'>
    overrideReason: LaterText
    cancelReason: LaterText
    mergedInto: LaterText
    checkInToken: Generated<string>
    formerTokens: LaterJson<readonly string[] | null>
    version: Generated<number>
    fieldVersions: LaterJson<Record<string, number>>
  }
  checkIn: {
    id: string
    centreId: string
    registrationId: string
    sessionId: string
    candidateId: string
    mark: 'present' | 'late' | 'absent' | 'notAdmitted' | 'leftEarly'
    at: Instant
    identity: string
    refusal: string | null
    remark: string | null
    actor: string
    actorName: string | null
    deskName: string | null
    actedAt: Instant
    receivedAt: Instant
    clockOdd: Generated<boolean>
    stands: boolean
    undoneAt: LaterInstant
    undoneBy: LaterText
    undoReason: LaterText
    version: Generated<number>
  }
  result: {
    id: string
    centreId: string
    registrationId: string
    sessionId: string
    candidateId: string
    exam: string
    outcome: 'passed' | 'notPassed'
    at: Instant
    version: Generated<number>
  }
  attestation: {
    id: string
    centreId: string
    candidateId: string
    registrationId: string
    sessionId: string
    exam: string
    number: string | null
    status: 'awaited' | 'released' | 'replaced'
    expectedFrom: Instant
    lateAfter: Instant
    releasedAt: LaterInstant
    jws: LaterText
    digest: ColumnType<string | null, never, never>
    replacedBy: LaterText
    version: Generated<number>
  }
  attendance: {
    id: string
    centreId: string
    registrationId: string
    sessionId: string
    candidateId: string
    number: string
    data: Json<unknown>
    issuedAt: Instant
    version: Generated<number>
  }
  print: {
    id: string
    centreId: string
    documentKind: string
    documentId: string
    candidateId: string | null
    copy: number
    way: string
    printer: string | null
    at: Instant
    actor: string
    actorName: string | null
    deskName: string | null
    version: Generated<number>
  }
  history: {
    id: string
    centreId: string
    kind: string
    subjectId: string
    candidateId: string | null
    sessionId: string | null
    fields: Json<readonly string[]>
    actorName: string
    deskName: string
    actedAt: Instant
    receivedAt: Instant
    status: string
    version: Generated<number>
  }
  /** Hashes of what each person is found by, and of what is counted; made from `candidate` and again at any time. */
  matching: {
    candidateId: string
    number: Generated<number>
    keysVersion: number
    keys: readonly number[]
    trigrams: readonly number[]
    counted: readonly number[]
    listed: boolean
  }
  /** The numbers of the people who had a trigram last night; of those that too many have, only how many. */
  matchingList: { hash: number; n: number; people: readonly number[] }
  /** How many people had a hash last night (src-central/matching/counts.ts). */
  matchingCount: { kind: 'people' | 'key' | 'value'; hash: number; n: number }
  /** Whom `matching` does not have as he is now; triggers add to it. */
  matchingDue: { candidateId: string }
  /** A proof of identity that was wrong. */
  identityTry: { id: string; centreId: string; candidateId: string; deskId: string; actor: string; at: Instant }
  lookup: { id: string; deskId: string; actor: string; at: Instant; found: Json<readonly string[]> }
  hold: {
    id: string
    centreId: string
    matches: Json<readonly MinimalMatch[]>
    decision: ColumnType<'same' | 'different' | null, undefined, 'same' | 'different'>
    with: LaterText
    takeEmail: Generated<boolean>
    reason: LaterText
    actorName: LaterText
    heldAt: Instant
    decidedAt: LaterInstant
    version: Generated<number>
  }
  distinction: {
    id: string
    centreId: string
    a: string
    b: string
    reason: string
    actorName: LaterText
    stands: Generated<boolean>
    version: Generated<number>
  }
  mergeRequest: {
    id: string
    centreId: string
    a: string
    b: string
    reason: string
    status: 'asked' | 'inTreatment' | 'done' | 'refused' | 'withdrawn'
    answer: LaterText
    survivor: LaterText
    actorName: LaterText
    askedAt: Instant
    /** Who of Certassur has it in hand or had it last, and the merge that it led to. */
    treatedBy: LaterText
    mergeId: LaterText
    version: Generated<number>
  }
  merge: {
    id: string
    from: string
    into: string
    at: Instant
    why: string
    actorName: string | null
    moved: Json<unknown>
    prior: Json<unknown>
  }
  backOfficeUser: {
    id: string
    username: string
    name: string
    language: 'fr' | 'nl'
    passwordHash: string
    revokedAt: LaterInstant
  }
  backOfficeSession: { tokenHash: string; userId: string; startedAt: Instant; expiresAt: Instant }
  correction: {
    id: string
    centreId: string
    candidateId: string
    kind: CorrectionKind
    patch: LaterJson<Correction['patch']>
    before: LaterJson<Correction['before']>
    reason: string
    status: Generated<Correction['status']>
    answer: LaterText
    actorName: LaterText
    askedAt: Instant
    decidedAt: LaterInstant
    version: Generated<number>
  }
  advice: {
    id: string
    centreId: string
    sessionId: string
    way: AdviceWay
    at: Instant
    actorName: string
    deskName: string
    version: Generated<number>
  }
  contact: {
    id: string
    centreId: string
    candidateId: string
    problem: ContactProblem
    outcome: ContactOutcome
    note: string | null
    at: Instant
    actorName: string
    deskName: string
    version: Generated<number>
  }
  emailConfirmation: {
    candidateId: string
    mailId: string
    email: string
    hash: LaterText
    tries: Generated<number>
    askedAt: Instant
  }
  candidatePassword: { candidateId: string; hash: string; setAt: Instant }
  candidateSession: {
    tokenHash: string
    candidateId: string
    language: 'fr' | 'nl'
    mustReplace: boolean
    startedAt: Instant
    expiresAt: Instant
  }
  signInAttempt: { accountHash: string; failed: number; lastAt: Instant }
  backOfficeAct: {
    id: string
    userId: string
    requestId: string
    act: 'taken' | 'merged' | 'closed' | 'refused'
    at: Instant
  }
  mail: {
    id: string
    kind: MailKind
    candidateId: string
    centreId: string | null
    registrationId: string | null
    /** The address in full, and what a centre may see of it. */
    to: string
    shown: string
    language: 'fr' | 'nl'
    data: LaterJson<MailData>
    /** One act causes one mail of a kind, however often it is judged. */
    dedupeKey: string
    status: Generated<MailStatus>
    fate: ColumnType<MailFate | null, MailFate | null | undefined, MailFate | null>
    /** What the mail server answered last, as a number: its words may name an address. */
    serverCode: LaterText
    attempts: Generated<number>
    createdAt: Instant
    nextAt: Instant
    startedAt: LaterInstant
    /** From here on the mail server may have the message, whatever becomes of the line. */
    handedAt: LaterInstant
    sentAt: LaterInstant
    endedAt: LaterInstant
    version: Generated<number>
  }
  keptMail: { mailId: string; message: Json<KeptMessage>; at: Instant }
  temporaryPassword: { mailId: string; candidateId: string; hash: string; madeAt: Instant }
  /** Which row of which noun moved last, for which centre, in which transaction; written by triggers only. */
  feed: {
    centreId: string
    entity: string
    entityId: string
    xid: ColumnType<string, never, never>
    gone: ColumnType<boolean, never, never>
  }
}
