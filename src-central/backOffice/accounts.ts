import { verify } from '@node-rs/argon2'
import type { Selectable } from 'kysely'
import type { Central } from '../central.ts'
import type { CentralTables } from '../database/tables.ts'
import { accountName, hashPassword } from '../operators/signIn.ts'
import { countAttempt, forgetAttempts } from '../web/attempts.ts'

/** Somebody of Certassur. */
export type User = Pick<Selectable<CentralTables['backOfficeUser']>, 'id' | 'name' | 'language'>

export type SignIn =
  | { readonly kind: 'in'; readonly user: User }
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked'; readonly until: Date }

// An unknown name costs as much time as a wrong password, so that names cannot be guessed by the clock.
const nobody = hashPassword('nobody')

/** Lets a user in. Whoever guesses waits 1, 2, 4 … 60 minutes after five failures, whether the name exists or not. */
export async function signInUser(central: Central, username: string, password: string): Promise<SignIn> {
  const account = accountName(username)
  const until = await countAttempt(central, 'backOffice', account)
  if (until) return { kind: 'locked', until }
  const user = await central.db
    .selectFrom('backOfficeUser')
    .selectAll()
    .where('username', '=', account)
    .executeTakeFirst()
  const right = await verify(user?.passwordHash ?? (await nobody), password.normalize('NFC'))
  if (!user || !right || user.revokedAt) return { kind: 'refused' }
  await forgetAttempts(central, 'backOffice', account)
  const { id, name, language } = user
  return { kind: 'in', user: { id, name, language } }
}
