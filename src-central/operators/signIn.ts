import { hash, verify } from '@node-rs/argon2'
import { SignJWT } from 'jose'
import type { Grant, Operator } from '../../shared/operator.ts'
import type { Central } from '../central.ts'
import { Problem } from '../problem.ts'

/** How long an operator may work on a desk without a line after signing in with one. */
const GRACE = 72 * 3_600_000

// Some keyboards compose an accented letter and some do not: both are the same password.
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), { memoryCost: 65_536, timeCost: 3 })

/** An account's one name, however it was typed. No name has the character that the database takes from nobody. */
export const accountName = (username: string): string => username.trim().toLowerCase().replaceAll('\0', '\ufffd')

// An unknown name costs as much time as a wrong password, so that names cannot be guessed by the clock.
const nobody = hashPassword('nobody')

export async function checkPassword(central: Central, username: string, password: string) {
  const operator = await central.db
    .selectFrom('operator')
    .selectAll()
    .where('username', '=', accountName(username))
    .executeTakeFirst()
  const right = await verify(operator?.passwordHash ?? (await nobody), password.normalize('NFC'))
  if (!operator || !right) throw new Problem(401, 'operator.refused', 'wrong name or password')
  if (operator.revokedAt) throw new Problem(403, 'operator.refused', 'this operator was revoked')
  return operator
}

/** Lets an operator of the desk's own centre in, and signs what he may do there until when. */
export async function signInOperator(central: Central, deskId: string, username: string, password: string) {
  const found = await checkPassword(central, username, password)
  const desk = await central.db.selectFrom('desk').selectAll().where('id', '=', deskId).executeTakeFirst()
  if (!desk || desk.revokedAt) throw new Problem(403, 'desk.refused', 'unknown or revoked desk')
  const held = await central.db
    .selectFrom('operatorRole')
    .select('role')
    .where('operatorId', '=', found.id)
    .where('centreId', '=', desk.centreId)
    .orderBy('role')
    .execute()
  if (held.length === 0) throw new Problem(401, 'operator.refused', 'not an operator of this centre')
  const operator: Operator = {
    id: found.id,
    username: found.username,
    name: found.name,
    language: found.language,
    roles: held.map((row) => row.role),
    candidateId: found.candidateId,
  }
  const now = central.now()
  const grant: Grant = {
    id: central.newId(),
    deskId: desk.id,
    centreId: desk.centreId,
    operator,
    issuedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + GRACE).toISOString(),
  }
  await central.db
    .insertInto('grant')
    .values({
      id: grant.id,
      deskId: grant.deskId,
      operatorId: operator.id,
      roles: JSON.stringify(operator.roles),
      issuedAt: grant.issuedAt,
      expiresAt: grant.expiresAt,
    })
    .execute()
  const signed = await new SignJWT({ grant }).setProtectedHeader({ alg: 'EdDSA' }).sign(central.signingKey)
  return { operator, grant: signed, unlockSecret: desk.unlockSecret }
}
