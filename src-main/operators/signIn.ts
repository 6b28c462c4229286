import { signIn } from '../../shared/api.ts'
import { asResult } from '../../shared/parse.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Cache, openCache } from '../cache/open.ts'
import type { Desk } from '../desk/desk.ts'
import { type DeskIdentity, readIdentity } from '../desk/identity.ts'
import { openHttp } from '../sync/http.ts'
import { consequence } from '../sync/verdict.ts'
import { countAttempt, forgetAttempts, lockedFor, takeBackAttempt } from './attempts.ts'
import { keepGrant, keptGrant, latestNow, noteNow, verifyGrant } from './grants.ts'
import { operatorEntry, readKeys, unwrapForCentral, unwrapForPassword, wrapForPassword, writeKeys } from './keys.ts'

/** Central may be silent for long; the person at the door is not to wait for it. */
const SIGN_IN_PATIENCE = { idle: 6_000, total: 10_000 }

/**
 * Lets an operator in: by central when there is a line, else by his password on this desk and his last grant.
 *
 * The password is judged by central whenever it answers, so that one changed or revoked there does not open here.
 * One sign-in at a time: two would race for the cache and for the count of attempts.
 */
export const signInOperator = (desk: Desk, username: string, password: string): Promise<Result<null>> =>
  desk.oneAtATime(async () => {
    const done = await asResult(attempt(desk, username, password))
    desk.noteOpening(done)
    return done
  })

async function attempt(desk: Desk, username: string, password: string): Promise<Result<null>> {
  const identity = readIdentity(desk.files)
  if (!identity) return fail('desk.notPaired', 'this PC is not paired')
  const { attempts } = desk.files
  const entry = operatorEntry(identity.deskId, username)
  const now = desk.options.now().getTime()
  const wait = await lockedFor(attempts, entry, now)
  if (wait > 0) return fail('operator.locked', 'too many attempts', { params: { minutes: Math.ceil(wait / 60_000) } })

  await countAttempt(attempts, entry, now)
  const done = await asResult(signInSomehow(desk, identity, username.trim().toLowerCase(), password, entry))
  if (done.ok) await forgetAttempts(attempts, entry)
  else if (done.error.code !== 'operator.refused') await takeBackAttempt(attempts, entry, now)
  return done
}

async function signInSomehow(
  desk: Desk,
  identity: DeskIdentity,
  username: string,
  password: string,
  entry: string,
): Promise<Result<null>> {
  const { timeouts } = desk.options
  const http = openHttp(identity.central, {
    idle: Math.min(timeouts.idle, SIGN_IN_PATIENCE.idle),
    total: Math.min(timeouts.total, SIGN_IN_PATIENCE.total),
  })
  const answer = await http.post(signIn, { deskId: identity.deskId, username, password })
  // Only a central that does not answer lets the password be judged here.
  if (!answer.ok) {
    return consequence(answer.error).kind === 'retry'
      ? signInOffline(desk, identity, username, password, entry)
      : answer
  }

  const keys = readKeys(desk.files.keys)
  const device = await desk.deviceSecret()
  const dataKey = keys && unwrapForCentral(keys.central, answer.value.unlockSecret, device)
  if (!keys || !dataKey) return fail('cache.wrongKey', 'the key of the cache does not open')
  try {
    const cache = openCache(desk.files.cache, dataKey, identity.cacheSalt)
    if (!cache.ok) return cache
    const grant = await verifyGrant(answer.value.grant, identity.signingKey, identity.deskId, null)
    if (!grant.ok) return closed(cache.value, grant)
    const wrap = await wrapForPassword(dataKey, password, device, desk.options.passwordCost)
    await writeKeys(desk.files.keys, { ...keys, operators: { ...keys.operators, [entry]: wrap } })
    keepGrant(cache.value, username, answer.value.grant)
    noteNow(cache.value, grant.value.issuedAt)
    await desk.open(cache.value, identity, grant.value, dataKey)
    return ok(null)
  } finally {
    dataKey.fill(0)
  }
}

async function signInOffline(
  desk: Desk,
  identity: DeskIdentity,
  username: string,
  password: string,
  entry: string,
): Promise<Result<null>> {
  const wrap = readKeys(desk.files.keys)?.operators[entry]
  if (!wrap) return fail('operator.notKnownHere', 'never signed in on this desk with a line')
  const dataKey = await unwrapForPassword(wrap, password, await desk.deviceSecret())
  if (!dataKey) return fail('operator.refused', 'wrong password')
  try {
    const cache = openCache(desk.files.cache, dataKey, identity.cacheSalt)
    if (!cache.ok) return cache
    const now = latestNow(cache.value, desk.options.now())
    const jws = keptGrant(cache.value, username)
    const grant = jws === undefined ? expired : await verifyGrant(jws, identity.signingKey, identity.deskId, now)
    if (!grant.ok) return closed(cache.value, grant)
    await desk.open(cache.value, identity, grant.value, dataKey)
    return ok(null)
  } finally {
    dataKey.fill(0)
  }
}

const expired = fail('operator.grantExpired', 'no grant is kept')

function closed<R>(db: Cache, why: R): R {
  db.close()
  return why
}
