import type { DocumentLanguage } from '../../shared/centre.ts'
import type { Transacting } from '../sync/judge.ts'

/** When, where and for what somebody is registered, in his language. */
export interface Place {
  readonly status: 'registered' | 'requested' | 'cancelled'
  readonly seat: 'taken' | 'toConfirm'
  readonly token: string
  readonly exams: readonly string[]
  readonly code: string | null
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  readonly mode: 'room' | 'remote'
  readonly room: string | null
  readonly location: string
  readonly address: string
  /** The places of the centre by id, for one that he had been told before. */
  readonly nameOf: ReadonlyMap<string, string>
}

export async function readPlace(db: Transacting, id: string, language: DocumentLanguage): Promise<Place | null> {
  const row = await db
    .selectFrom('registration')
    .innerJoin('session', 'session.id', 'registration.sessionId')
    .innerJoin('location', 'location.id', 'session.locationId')
    .select([
      'registration.status',
      'seat',
      'checkInToken as token',
      'registration.exams',
      'session.code',
      'session.date',
      'session.startTime',
      'session.endTime',
      'session.mode',
      'session.room',
      'location.name as location',
      'location.address',
      'session.centreId',
    ])
    .where('registration.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const exams = await db
    .selectFrom('exam')
    .select(['code', 'title'])
    .where('code', 'in', [...row.exams])
    .orderBy('rank')
    .execute()
  const places = await db.selectFrom('location').select(['id', 'name']).where('centreId', '=', row.centreId).execute()
  return {
    ...row,
    exams: exams.map(({ title }) => title[language]),
    nameOf: new Map(places.map(({ id, name }) => [id, name])),
  }
}
