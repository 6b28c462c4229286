import { similar } from '../../shared/apiLookup.ts'
import type { App } from '../app.ts'
import type { Central } from '../central.ts'
import { deskOf } from '../desks/authenticate.ts'
import { AskedTooOften, lookUp } from './lookUp.ts'

export function lookupRoutes(app: App, central: Central): void {
  app.post(
    similar.path,
    { schema: { body: similar.body, response: { 200: similar.reply } } },
    async (request, reply) => {
      const desk = await deskOf(central, request)
      reply.header('cache-control', 'no-store')
      try {
        return { people: [...(await lookUp(central, desk, request.body))], checkedAt: central.now().toISOString() }
      } catch (error) {
        if (error instanceof AskedTooOften) reply.header('retry-after', error.seconds)
        throw error
      }
    },
  )
}
