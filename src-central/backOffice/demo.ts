import type { Central } from '../central.ts'
import { demoPassword } from '../demo/centres.ts'
import { hashPassword } from '../operators/signIn.ts'

/** Somebody of Certassur in the demo world; a real central never has her. */
export const demoUser = { username: 'claire.dubois', name: 'Claire Dubois', language: 'fr' } as const

/** Gives her an account, also in a demo world that was made before there was one. */
export async function addDemoUser({ db, newId }: Central): Promise<void> {
  const { username } = demoUser
  const known = await db.selectFrom('backOfficeUser').select('id').where('username', '=', username).executeTakeFirst()
  if (known) return
  await db
    .insertInto('backOfficeUser')
    .values({ id: newId(), ...demoUser, passwordHash: await hashPassword(demoPassword) })
    .execute()
}
