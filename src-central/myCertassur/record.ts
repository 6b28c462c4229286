import type { Candidate } from '../../shared/candidate.ts'
import type { CentralDb } from '../database/open.ts'
import { centreOf } from '../mail/occasions/codesAgain.ts'

/** Whom to ask. */
export interface Centre {
  readonly name: string
  readonly email: string | null
}

/** What a candidate sees of his own record. */
export type Own = Pick<
  Candidate,
  'id' | 'login' | 'lastName' | 'firstName' | 'language' | 'email' | 'birthDate' | 'phone'
> & {
  readonly centre: Centre | undefined
}

export async function readOwn(db: CentralDb, candidateId: string): Promise<Own> {
  const record = await db
    .selectFrom('candidate')
    .select(['id', 'login', 'lastName', 'firstName', 'language', 'email', 'birthDate', 'phone'])
    .where('id', '=', candidateId)
    .executeTakeFirstOrThrow()
  const centreId = await centreOf(db, candidateId)
  const centre =
    centreId === null
      ? undefined
      : await db.selectFrom('centre').select(['name', 'email']).where('id', '=', centreId).executeTakeFirst()
  return { ...record, centre }
}
