import { pair, pairingCode } from '../../shared/api.ts'
import type { App } from '../app.ts'
import type { Central } from '../central.ts'
import { checkPassword } from '../operators/signIn.ts'
import { Problem } from '../problem.ts'
import { makePairingCode, pairDesk } from './pairing.ts'

const guarded = { rateLimit: { max: 20, timeWindow: 60_000 } }

export function deskRoutes(app: App, central: Central): void {
  app.post(
    pairingCode.path,
    { config: guarded, schema: { body: pairingCode.body, response: { 200: pairingCode.reply } } },
    async ({ body }) => {
      const operator = await checkPassword(central, body.username, body.password)
      const managed = await central.db
        .selectFrom('operatorRole')
        .select('centreId')
        .where('operatorId', '=', operator.id)
        .where('role', '=', 'centreManager')
        .executeTakeFirst()
      if (!managed) throw new Problem(403, 'operator.refused', 'only a centre manager gives pairing codes')
      return makePairingCode(central, managed.centreId, operator.id)
    },
  )
  app.post(
    pair.path,
    { config: guarded, schema: { body: pair.body, response: { 200: pair.reply } } },
    async ({ body }) => pairDesk(central, body.code, body.platform),
  )
}
