import type { FastifyInstance } from 'fastify'
import type { Central } from '../central.ts'
import { verifyDocument } from '../documents/verify.ts'
import { formOf, send } from '../web/form.ts'
import { pagesUnder } from '../web/pagesUnder.ts'
import { failurePage } from './pages/failure.ts'
import { MOST_TYPED, verifyPage } from './pages/verify.ts'
import { verifyPath } from './paths.ts'
import { strangerOf } from './visit.ts'

const hidden = { schema: { hide: true } }
const guarded = { rateLimit: { max: 20, timeWindow: 60_000 } }

/**
 * A page for whoever was handed an attestation and wants to know whether it is one (docs/protocol.md, C20). It knows
 * nobody and gives no cookie; what is typed is sent as a form and never stands in an address.
 */
export function verifyRoutes(app: FastifyInstance, central: Central): void {
  pagesUnder(app, {
    prefix: verifyPath,
    fail: async (request, reply, failure, status) => send(reply, failurePage(strangerOf(request), failure), status),
    add: (pages) => {
      pages.get('/', hidden, async (request, reply) => send(reply, verifyPage(strangerOf(request))))
      pages.post('/', { ...hidden, config: guarded }, async (request, reply) => {
        const typed = (formOf(request)['code'] ?? '').slice(0, MOST_TYPED)
        const verified = await verifyDocument(central, typed)
        return send(reply, verifyPage(strangerOf(request), { typed, verified }))
      })
    },
  })
}
