import { importJWK, jwtVerify } from 'jose'
import type { PublicKey } from '../../shared/api.ts'
import { type Grant, grantSchema } from '../../shared/operator.ts'
import { parse } from '../../shared/parse.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readMeta, writeMeta } from '../cache/meta.ts'
import type { Cache } from '../cache/open.ts'
import { first, query, run } from '../cache/run.ts'

/**
 * Central's word, checked: signed with the key of the pairing, for this desk, and still good.
 * @param now null for a grant that central has just given: its own clock is the better one
 */
export async function verifyGrant(
  jws: string,
  key: PublicKey,
  deskId: string,
  now: Date | null,
): Promise<Result<Grant>> {
  const refused = fail('operator.grantExpired', 'no valid grant for this desk')
  try {
    const { payload } = await jwtVerify(jws, await importJWK(key, 'EdDSA'), { algorithms: ['EdDSA'] })
    const grant = parse(grantSchema, payload['grant'])
    if (!grant.ok || grant.value.deskId !== deskId) return refused
    return now && new Date(grant.value.expiresAt) <= now ? refused : ok(grant.value)
  } catch {
    return refused
  }
}

export function keepGrant(db: Cache, username: string, jws: string): void {
  run(
    db,
    query
      .insertInto('grant')
      .values({ username, jws })
      .onConflict((conflict) => conflict.column('username').doUpdateSet({ jws })),
  )
}

export const keptGrant = (db: Cache, username: string): string | undefined =>
  first(db, query.selectFrom('grant').select('jws').where('username', '=', username))?.jws

/** Now, but never earlier than the last moment this cache has seen: a clock set back does not lengthen a grant. */
export function latestNow(db: Cache, now: Date): Date {
  const seen = readMeta(db, 'lastSeenAt')
  const latest = seen !== null && new Date(seen) > now ? new Date(seen) : now
  noteNow(db, latest.toISOString())
  return latest
}

/** Central's clock, heard at an online sign-in, also puts right what a wrong clock here had noted. */
export const noteNow = (db: Cache, instant: string): void => writeMeta(db, 'lastSeenAt', instant)
