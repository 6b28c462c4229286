import { changes, push } from '../../shared/api.ts'
import type { App } from '../app.ts'
import type { Central } from '../central.ts'
import { deskOf } from '../desks/authenticate.ts'
import { feedPage } from './feed.ts'
import { receive } from './push.ts'

export function syncRoutes(app: App, central: Central): void {
  app.post(push.path, { schema: { body: push.body, response: { 200: push.reply } } }, async (request) => {
    const desk = await deskOf(central, request)
    const { sentAt } = request.body
    const answers = []
    for (const change of request.body.changes) {
      answers.push({ id: change.id, verdict: await receive(central, desk, change, sentAt) })
    }
    return { receivedAt: central.now().toISOString(), answers }
  })
  app.get(changes.path, { schema: { querystring: changes.query } }, async (request, reply) => {
    const desk = await deskOf(central, request)
    const { cursor, limit } = request.query
    reply.header('cache-control', 'no-store')
    return reply.type('application/x-ndjson; charset=utf-8').send(await feedPage(central, desk.centreId, cursor, limit))
  })
}
