import type { MinimalMatch } from '../../shared/duplicate.ts'
import { maskEmail } from '../../shared/mask.ts'
import type { Reason } from '../../shared/matching/reasons.ts'
import type { CentralDb } from '../database/open.ts'
import type { Similar } from './similar.ts'

/**
 * The least that a centre may be told of people who may be the one it asked for: whom it does not know stays without day of
 * birth, address, phone and centre, and is not named at all when he is only a possibility.
 */
export async function minimalMatches(
  db: CentralDb,
  centreId: string,
  found: readonly Similar[],
): Promise<readonly MinimalMatch[]> {
  if (found.length === 0) return []
  const known = await db
    .selectFrom('scope')
    .select('candidateId')
    .where('centreId', '=', centreId)
    .where('until', 'is', null)
    .where(
      'candidateId',
      'in',
      found.map(({ candidate }) => candidate.id),
    )
    .execute()
  const inScope = new Set(known.map(({ candidateId }) => candidateId))
  return found.flatMap(({ candidate: { id, lastName, firstName, language, birthDate, email }, match }) => {
    const { verdict } = match
    if (verdict === 'none' || (verdict === 'possible' && !inScope.has(id))) return []
    return {
      id,
      inScope: inScope.has(id),
      lastName,
      firstName,
      language,
      birthYear: birthDate?.slice(0, 4) ?? null,
      maskedEmail: email === null ? null : maskEmail(email),
      likeness: verdict,
      reasons: match.reasons.map(withoutNumber),
    }
  })
}

/** How many others share an address is told to nobody. */
const withoutNumber = (reason: Reason): Reason =>
  reason.code === 'sharedByMany' ? { field: reason.field, code: 'same' } : reason
