import { verify } from '@node-rs/argon2'
import type { Central } from '../central.ts'
import { tryTemporaryPassword } from '../mail/temporaryPassword.ts'
import { hashPassword } from '../operators/signIn.ts'
import { countAttempt, forgetAttempts } from '../web/attempts.ts'

export type SignIn =
  | { readonly kind: 'in'; readonly candidateId: string; readonly mustReplace: boolean }
  | { readonly kind: 'refused' }
  /** The temporary password was right once: a new mail is offered (rule 3). */
  | { readonly kind: 'tooOld' }
  /** Two records became one, and this login is the one that ended (rule 10). */
  | { readonly kind: 'merged' }
  | { readonly kind: 'locked'; readonly until: Date }

// An unknown login costs as much time as a wrong password, so that logins cannot be guessed by the clock.
const nobody = hashPassword('nobody')

/** A login as it is kept, however it was typed: `vb 1234567 8`. No login has the character that the database takes from nobody. */
const loginAccount = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s.-]+/g, '')
    .toUpperCase()
    .replaceAll('\0', '\ufffd')

/** A password is the same whatever keyboard composed its accents. */
const composed = (password: string): string => password.normalize('NFC')

/**
 * Lets a candidate in, with the password that he chose or a temporary one that is still good. Whoever guesses waits 1, 2,
 * 4 … 60 minutes after five failures, whether the login exists or not.
 *
 * A login that ended in a merge is said to have, whatever the password: there is none any more by which he could be known.
 * The answer names nobody, and not the login that remains; both addresses were mailed that.
 */
export async function signInCandidate(central: Central, typedLogin: string, password: string): Promise<SignIn> {
  const login = loginAccount(typedLogin)
  const until = await countAttempt(central, 'myCertassur', login)
  if (until) return { kind: 'locked', until }
  const row = await central.db
    .selectFrom('candidate')
    .leftJoin('candidatePassword', 'candidatePassword.candidateId', 'candidate.id')
    .select(['candidate.id', 'mergedInto', 'hash'])
    .where('login', '=', login)
    .executeTakeFirst()
  const isOwn = await verify(row?.hash ?? (await nobody), composed(password))
  if (!row) return { kind: 'refused' }
  if (row.mergedInto !== null) return { kind: 'merged' }
  if (row.hash !== null && isOwn) {
    await forgetAttempts(central, 'myCertassur', login)
    return { kind: 'in', candidateId: row.id, mustReplace: false }
  }
  const temporary = await tryTemporaryPassword(central, login, password.trim())
  if (temporary === 'wrong') return { kind: 'refused' }
  await forgetAttempts(central, 'myCertassur', login)
  return temporary === 'tooOld' ? { kind: 'tooOld' } : { kind: 'in', candidateId: row.id, mustReplace: true }
}

/** Whether this is the password that he chose; guessing it from inside is counted like guessing it at the door. */
export async function isOwnPassword(
  central: Central,
  { id, login }: { readonly id: string; readonly login: string },
  typed: string,
): Promise<boolean | { readonly lockedUntil: Date }> {
  const lockedUntil = await countAttempt(central, 'myCertassur', login)
  if (lockedUntil) return { lockedUntil }
  const row = await central.db
    .selectFrom('candidatePassword')
    .select('hash')
    .where('candidateId', '=', id)
    .executeTakeFirst()
  const right = await verify(row?.hash ?? (await nobody), composed(typed))
  if (!row || !right) return false
  await forgetAttempts(central, 'myCertassur', login)
  return true
}

export const LEAST_LETTERS = 10
/** Of what is tried as a password: nobody keeps central busy with a book. */
export const MOST_LETTERS = 200

export type Weakness = 'short' | 'long' | 'isLogin' | 'given'

/** Why somebody may not choose this password; undefined when he may. */
export async function weaknessOf(central: Central, login: string, typed: string): Promise<Weakness | undefined> {
  if (composed(typed).length < LEAST_LETTERS) return 'short'
  if (typed.length > MOST_LETTERS) return 'long'
  if (loginAccount(typed) === login) return 'isLogin'
  // The password of a mail can be read there by whoever reads his mails.
  return (await tryTemporaryPassword(central, login, typed.trim())) === 'wrong' ? undefined : 'given'
}

/** Keeps the password that he chose. What was mailed opens nothing any more, and he is signed in nowhere else. */
export async function choosePassword(central: Central, candidateId: string, typed: string): Promise<void> {
  const chosen = { hash: await hashPassword(composed(typed)), setAt: central.now().toISOString() }
  await central.db.transaction().execute(async (db) => {
    await db
      .insertInto('candidatePassword')
      .values({ candidateId, ...chosen })
      .onConflict((conflict) => conflict.column('candidateId').doUpdateSet(chosen))
      .execute()
    await db.deleteFrom('temporaryPassword').where('candidateId', '=', candidateId).execute()
    await db.deleteFrom('candidateSession').where('candidateId', '=', candidateId).execute()
  })
}
