import type { DocumentLanguage } from '../../shared/centre.ts'
import { endOf } from '../../shared/session.ts'
import type { CentralDb } from '../database/open.ts'

interface OwnExam {
  readonly title: string
  readonly outcome: 'passed' | 'notPassed' | null
}

/** One session of a candidate, wherever it is. */
export interface OwnSession {
  /** Of his registration. */
  readonly id: string
  readonly standing: 'registered' | 'toConfirm' | 'requested' | 'cancelled'
  /** The whole session is off, not only his registration. */
  readonly off: boolean
  readonly exams: readonly OwnExam[]
  /** He did not sit it. */
  readonly missed: 'absent' | 'notAdmitted' | null
  readonly code: string | null
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  readonly mode: 'room' | 'remote'
  readonly room: string | null
  readonly location: string
  readonly address: string
  readonly centre: string
  /** What his check-in code says; null where nobody waits for him at a door. */
  readonly token: string | null
}

export interface OwnSessions {
  /** The nearest first. */
  readonly coming: readonly OwnSession[]
  /** The latest first. */
  readonly past: readonly OwnSession[]
}

/** The sessions of one candidate at all centres: those that are not over yet, and those that are. */
export async function readSessions(
  db: CentralDb,
  { candidateId, language, now }: { candidateId: string; language: DocumentLanguage; now: Date },
): Promise<OwnSessions> {
  const rows = await registrationsOf(db, candidateId)
  const exams = await db.selectFrom('exam').select(['code', 'title']).orderBy('rank').execute()
  const results = await db
    .selectFrom('result')
    .select(['registrationId', 'exam', 'outcome'])
    .where('candidateId', '=', candidateId)
    .execute()
  const stillThere = new Set(rows.flatMap((row) => (row.status === 'cancelled' ? [] : [row.sessionId])))
  const sessions = rows
    // Whoever was registered again sees that, and not what was before.
    .filter((row) => row.status !== 'cancelled' || !stillThere.has(row.sessionId))
    .map(({ status, seat, sessionStatus, mark, token, exams: codes, ...row }): OwnSession => {
      const off = sessionStatus === 'cancelled'
      const standing = off ? 'cancelled' : status === 'registered' && seat === 'toConfirm' ? 'toConfirm' : status
      return {
        ...row,
        off,
        standing,
        missed: mark === 'absent' || mark === 'notAdmitted' ? mark : null,
        token: row.mode === 'room' && (standing === 'registered' || standing === 'toConfirm') ? token : null,
        exams: exams
          .filter(({ code }) => codes.includes(code))
          .map(({ code, title }) => ({
            title: title[language],
            outcome: results.find((one) => one.registrationId === row.id && one.exam === code)?.outcome ?? null,
          })),
      }
    })
  const isOver = (session: OwnSession) => endOf(session) <= now.toISOString()
  return {
    coming: sessions.filter((session) => !isOver(session)),
    past: sessions.filter(isOver).toReversed(),
  }
}

const registrationsOf = (db: CentralDb, candidateId: string) =>
  db
    .selectFrom('registration')
    .innerJoin('session', 'session.id', 'registration.sessionId')
    .innerJoin('location', 'location.id', 'session.locationId')
    .innerJoin('centre', 'centre.id', 'registration.centreId')
    // Of the marks of one arrival one stands.
    .leftJoin('checkIn', (join) =>
      join
        .onRef('checkIn.registrationId', '=', 'registration.id')
        .onRef('checkIn.sessionId', '=', 'session.id')
        .on('stands', '=', true)
        .on('undoneAt', 'is', null)
        .on('mark', '<>', 'leftEarly'),
    )
    .select(['registration.id', 'registration.sessionId', 'registration.status', 'seat', 'registration.exams'])
    .select(['checkInToken as token', 'mark', 'session.status as sessionStatus', 'session.code', 'session.date'])
    .select(['session.startTime', 'session.endTime', 'mode', 'room', 'location.name as location', 'address'])
    .select('centre.name as centre')
    .where('registration.candidateId', '=', candidateId)
    .where('registration.mergedInto', 'is', null)
    .orderBy('session.date')
    .orderBy('session.startTime')
    .orderBy('registration.id')
    .execute()
