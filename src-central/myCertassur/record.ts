import type { Candidate } from '../../shared/candidate.ts'
import type { Central } from '../central.ts'
import { correctionsOf } from '../corrections/ask.ts'
import type { CentralDb } from '../database/open.ts'
import { centreOf } from '../mail/occasions/codesAgain.ts'
import { waitingEmail } from './acts.ts'

/** Whom to ask. */
export interface Centre {
  readonly name: string
  readonly email: string | null
}

/** What a candidate sees of his own record. */
export interface Own
  extends Pick<Candidate, 'id' | 'login' | 'lastName' | 'firstName' | 'language' | 'email' | 'birthDate' | 'phone'> {
  readonly confirmedAt: Date | null
  readonly centre: Centre | undefined
  /** What he asked his centre for, the newest first. */
  readonly corrections: Awaited<ReturnType<typeof correctionsOf>>
  /** An address that waits for its code. */
  readonly waitingEmail: string | undefined
}

export async function readOwn(central: Central, candidateId: string): Promise<Own> {
  const { db } = central
  const record = await db
    .selectFrom('candidate')
    .select(['id', 'login', 'lastName', 'firstName', 'language', 'email', 'birthDate', 'phone', 'confirmedAt'])
    .where('id', '=', candidateId)
    .executeTakeFirstOrThrow()
  return {
    ...record,
    centre: await centreFor(db, candidateId),
    corrections: await correctionsOf(db, candidateId),
    waitingEmail: await waitingEmail(central, candidateId),
  }
}

async function centreFor(db: CentralDb, candidateId: string): Promise<Centre | undefined> {
  const centreId = await centreOf(db, candidateId)
  if (centreId === null) return undefined
  return db.selectFrom('centre').select(['name', 'email']).where('id', '=', centreId).executeTakeFirst()
}
