import { signIn } from '../../shared/api.ts'
import type { App } from '../app.ts'
import type { Central } from '../central.ts'
import { accountName, signInOperator } from './signIn.ts'

export function operatorRoutes(app: App, central: Central): void {
  app.post(
    signIn.path,
    {
      config: {
        rateLimit: {
          max: 20,
          timeWindow: 60_000,
          // By account, however it is written and from wherever: whoever guesses has many addresses.
          keyGenerator: (request) => accountName((request.body as { username: string }).username),
          hook: 'preHandler',
        },
      },
      schema: { body: signIn.body, response: { 200: signIn.reply } },
    },
    async ({ body }) => signInOperator(central, body.deskId, body.username, body.password),
  )
}
