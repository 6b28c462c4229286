import type { CentralDb } from '../database/open.ts'
import { settingsOf } from '../settings.ts'
import type { Case } from '../sync/judge.ts'

const DAY = 86_400_000

export type ProofRefusal = 'candidate.notProven' | 'candidate.triedTooOften'

/**
 * Whether a centre knows the whole birth date of somebody whom it does not know otherwise; undefined when it does.
 *
 * No way to find the date out: a wrong one is noted, and after some of them nothing is compared any more, so that the
 * right one is answered like the wrong ones. To be called with the record locked: two questions at once take turns.
 */
export async function proveBirthDate(
  { db, central, desk, change, at }: Pick<Case, 'db' | 'central' | 'desk' | 'change' | 'at'>,
  person: { readonly id: string; readonly birthDate: string | null },
  birthDate: string | null,
): Promise<ProofRefusal | undefined> {
  const { identityTries, identityTryDays } = await settingsOf(db, desk.centreId)
  const since = new Date(new Date(at).getTime() - identityTryDays * DAY)
  if ((await countTries(db, desk.centreId, person.id, since)) >= identityTries) return 'candidate.triedTooOften'
  // A record from an import may have a year only: that is nothing to compare with.
  if (birthDate?.length === 10 && birthDate === person.birthDate) return undefined
  await db
    .insertInto('identityTry')
    .values({
      id: central.newId(),
      centreId: desk.centreId,
      candidateId: person.id,
      deskId: desk.id,
      actor: change.actor,
      at,
    })
    .execute()
  return 'candidate.notProven'
}

async function countTries(db: CentralDb, centreId: string, candidateId: string, since: Date): Promise<number> {
  const { n } = await db
    .selectFrom('identityTry')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('centreId', '=', centreId)
    .where('candidateId', '=', candidateId)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(n)
}
