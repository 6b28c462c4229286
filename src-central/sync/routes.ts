import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { changes, push } from '../../shared/api.ts'
import type { App } from '../app.ts'
import type { Central } from '../central.ts'
import { deskOf } from '../desks/authenticate.ts'
import { feedPage } from './feed.ts'
import { receive } from './push.ts'

const compress = promisify(gzip)

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
    const { cursor, limit, skip } = request.query
    reply.header('cache-control', 'no-store').type('application/x-ndjson; charset=utf-8')
    const page = await feedPage(central, desk.centreId, cursor, limit, skip)
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(page)
    // The fastest level: names repeat themselves, and the rest of a second is worth more than the rest of a megabyte.
    return reply.header('content-encoding', 'gzip').send(await compress(page, { level: 1 }))
  })
}
