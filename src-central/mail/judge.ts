import { documentLanguageOf } from '../../shared/centre.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { inScope } from '../candidates/scope.ts'
import { accepted, type Judge, rejected } from '../sync/judge.ts'
import { hadEnough } from './occasions/codesAgain.ts'
import { queueMail } from './queue.ts'

/**
 * A centre has codes sent to one of its people (docs/protocol.md, C14): to the address that is registered now, and nowhere
 * as long as the one that this desk meant is not.
 *
 * The mail has the id of the act. Where codes are on their way already, the act has what it asked for.
 */
export const judgeCodesSend: Judge<'codes.send'> = async (on) => {
  const { db, central, desk, change, at } = on
  const person = await db
    .selectFrom('candidate')
    .select(['id', 'email', 'language', 'login', 'version'])
    .where('id', '=', change.entityId)
    .where('mergedInto', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!person || !(await inScope(db, desk.centreId, person.id))) return rejected(at, 'candidate.unknown')
  // His codes come with the decision on whose record it is.
  if (person.login === null) return rejected(at, 'codes.held')
  if (!(await areTaken(on))) return rejected(at, 'codes.addressOpen')
  if (person.email === null) return rejected(at, 'codes.noEmail')
  const enough = await hadEnough(db, person.id, at)
  if (enough === 'tooMany') return rejected(at, 'codes.tooMany')
  if (enough === 'no') {
    await queueMail(
      { db, central, centreId: desk.centreId, at },
      {
        id: change.id,
        kind: 'codesAgain',
        candidateId: person.id,
        to: person.email,
        language: documentLanguageOf(person.language),
        dedupeKey: `codesAgain:${change.id}`,
      },
    )
  }
  return accepted(at, { version: person.version })
}

/** Whether everything that must go before was taken here: of an edit with two values, at least the address. */
async function areTaken({ db, desk, change }: Parameters<Judge<'codes.send'>>[0]): Promise<boolean> {
  const ids = change.dependsOn
  if (ids.length === 0) return true
  const before = await db
    .selectFrom('change')
    .select('verdict')
    .where('id', 'in', ids)
    .where('deskId', '=', desk.id)
    .execute()
  return before.filter(({ verdict }) => tookAddress(verdict as Verdict | null)).length === new Set(ids).size
}

const tookAddress = (verdict: Verdict | null): boolean =>
  verdict?.status === 'accepted' || (verdict?.status === 'conflict' && !('email' in verdict.conflicts))
