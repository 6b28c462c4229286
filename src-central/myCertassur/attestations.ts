import type { DocumentLanguage } from '../../shared/centre.ts'
import type { CentralDb } from '../database/open.ts'

/** Where a success attestation stands for whoever passed the exam. */
export type OwnAttestation = {
  readonly id: string
  readonly title: string
  /** The day of the exam. */
  readonly date: string
  readonly centre: string
} & (
  | { readonly standing: 'awaited' | 'late'; readonly expectedFrom: Date }
  | { readonly standing: 'released'; readonly number: string; readonly releasedAt: Date }
  | { readonly standing: 'replaced'; readonly number: string; readonly by: string }
)

/** The attestations of one candidate, of all centres; the latest exam first. */
export async function readAttestations(
  db: CentralDb,
  { candidateId, language, now }: { candidateId: string; language: DocumentLanguage; now: Date },
): Promise<readonly OwnAttestation[]> {
  const rows = await db
    .selectFrom('attestation')
    .innerJoin('session', 'session.id', 'attestation.sessionId')
    .innerJoin('exam', 'exam.code', 'attestation.exam')
    .innerJoin('centre', 'centre.id', 'attestation.centreId')
    .select(['attestation.id', 'title', 'date', 'centre.name as centre', 'attestation.status', 'number', 'replacedBy'])
    .select(['expectedFrom', 'lateAfter', 'releasedAt'])
    .where('candidateId', '=', candidateId)
    .orderBy('session.date', 'desc')
    .orderBy('exam.rank')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ id, title, date, centre, ...row }): OwnAttestation => {
    const what = { id, title: title[language], date, centre }
    const number = row.number ?? ''
    if (row.status === 'replaced') return { ...what, standing: 'replaced', number, by: row.replacedBy ?? '' }
    if (row.status === 'released' && row.releasedAt) {
      return { ...what, standing: 'released', number, releasedAt: row.releasedAt }
    }
    return { ...what, standing: row.lateAfter < now ? 'late' : 'awaited', expectedFrom: row.expectedFrom }
  })
}

/** The signature of a released attestation of this very candidate; of no other, and of none that is awaited or replaced. */
export const releasedOf = (db: CentralDb, candidateId: string, id: string) =>
  db
    .selectFrom('attestation')
    .select(['jws', 'number'])
    .where('id', '=', id)
    .where('candidateId', '=', candidateId)
    .where('status', '=', 'released')
    .executeTakeFirst()
