import { sql } from 'kysely'
import { wrongOn } from '../../shared/candidate.ts'
import { distinctFrom } from '../duplicates/judge.ts'
import { newLogin } from '../login.ts'
import { welcome } from '../mail/occasions/person.ts'
import { indexPeople } from '../matching/indexing.ts'
import { minimalMatches } from '../matching/minimal.ts'
import { findSimilar } from '../matching/similar.ts'
import { accepted, type Judge, type Transacting } from '../sync/judge.ts'

/** Two desks that create one person at once take turns: the second finds what the first made. */
const oneAtATime = (db: Transacting) => sql`select pg_advisory_xact_lock(hashtext('candidate.create'))`.execute(db)

/**
 * Takes a new record, after looking for the person among all (docs/protocol.md, C9).
 *
 * Nobody like him: he gets a login. Somebody like him, and nobody in the office said that it is another person: the
 * record is taken all the same, without a login, and a centre's administrator is asked whom it is of.
 */
export const judgeCandidateCreate: Judge<'candidate.create'> = async ({ db, central, desk, change, at }) => {
  const { entityId: id, patch } = change
  const wrong = wrongOn(at.slice(0, 10), patch)
  if (wrong.length > 0) return { status: 'rejected', at, code: 'input.invalid', fields: [...wrong] }
  await oneAtATime(db)
  const distinct = await distinctFrom(db, id)
  const found = (await findSimilar(db, patch)).filter(
    ({ candidate, match }) => match.verdict !== 'possible' && !distinct.has(candidate.id),
  )
  const held = found.length > 0
  await db
    .insertInto('candidate')
    .values({
      ...patch,
      id,
      login: held ? null : await newLogin(db, patch),
      version: 1,
      fieldVersions: JSON.stringify({}),
      extra: JSON.stringify({}),
    })
    .execute()
  await indexPeople(db, [id])
  await db.insertInto('scope').values({ centreId: desk.centreId, candidateId: id, since: at, until: null }).execute()
  if (!held) {
    await welcome({ db, central, centreId: desk.centreId, at }, id)
    return accepted(at, { version: 1 })
  }
  const matches = await minimalMatches(db, desk.centreId, found)
  await db
    .insertInto('hold')
    .values({ id, centreId: desk.centreId, matches: JSON.stringify(matches), heldAt: at })
    .execute()
  return accepted(at, { version: 1 }, ['held'])
}
