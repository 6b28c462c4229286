import type { InterfaceLanguage } from '../../shared/operator.ts'
import type { Central } from '../central.ts'
import { sha256 } from '../desks/pairing.ts'
import { cookieNamed, newToken } from '../web/cookie.ts'

export const cookie = cookieNamed('my-certassur')

/** How long a candidate stays signed in, whatever he does: he may sit at a computer that others use. */
export const SESSION_SECONDS = 2 * 3_600

/** Whoever is signed in. */
export interface Known {
  readonly id: string
  readonly login: string
  readonly lastName: string
  readonly firstName: string
  /** What the pages speak to him. */
  readonly language: InterfaceLanguage
  /** He came in with a temporary password and has not chosen his own yet. */
  readonly mustReplace: boolean
}

interface Start {
  readonly candidateId: string
  readonly language: InterfaceLanguage
  readonly mustReplace: boolean
}

/** Signs a candidate in under a token that nobody had before; only its hash is kept. */
export async function startSession(central: Central, start: Start): Promise<string> {
  const now = central.now()
  const token = newToken()
  await central.db.deleteFrom('candidateSession').where('expiresAt', '<', now).execute()
  await central.db
    .insertInto('candidateSession')
    .values({
      ...start,
      tokenHash: sha256(token),
      startedAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString(),
    })
    .execute()
  return token
}

export async function endSession(central: Central, token: string): Promise<void> {
  await central.db.deleteFrom('candidateSession').where('tokenHash', '=', sha256(token)).execute()
}

/** Speaks another language from now on, until he leaves. */
export async function speak(central: Central, token: string, language: InterfaceLanguage): Promise<void> {
  await central.db.updateTable('candidateSession').set({ language }).where('tokenHash', '=', sha256(token)).execute()
}

/** Who is signed in with this token: nobody once it is too old, or when his record became another one meanwhile. */
export async function knownBy(central: Central, token: string): Promise<Known | undefined> {
  const row = await central.db
    .selectFrom('candidateSession')
    .innerJoin('candidate', 'candidate.id', 'candidateSession.candidateId')
    .select([
      'candidate.id',
      'login',
      'lastName',
      'firstName',
      'candidateSession.language',
      'candidateSession.mustReplace',
    ])
    .where('tokenHash', '=', sha256(token))
    .where('expiresAt', '>', central.now())
    .where('mergedInto', 'is', null)
    .executeTakeFirst()
  return row && { ...row, login: row.login ?? '' }
}
