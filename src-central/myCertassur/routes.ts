import type { FastifyInstance } from 'fastify'
import type { Central } from '../central.ts'
import type { Sender } from '../mail/write.ts'
import { send } from '../web/form.ts'
import { pagesUnder } from '../web/pagesUnder.ts'
import { attestationRoutes } from './attestationRoutes.ts'
import { doorRoutes } from './doorRoutes.ts'
import { ownRoutes } from './ownRoutes.ts'
import { failurePage } from './pages/failure.ts'
import { base, files } from './paths.ts'
import { recordRoutes } from './recordRoutes.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import { strangerOf, visitOf } from './visit.ts'

/** MyCertassur: the pages where a candidate finds what is his (docs/protocol.md, C15). */
export function myCertassurRoutes(app: FastifyInstance, central: Central, sender: Sender): void {
  pagesUnder(app, {
    prefix: base,
    fail: async (request, reply, failure, status) => {
      // Where the database itself does not answer, nobody can be known.
      const visit = await visitOf(central, request).catch(() => strangerOf(request))
      return send(reply, failurePage(visit, failure), status)
    },
    add: (pages) => {
      files.add(pages)
      doorRoutes(pages, central)
      ownRoutes(pages, central)
      recordRoutes(pages, central)
      sessionRoutes(pages, central, sender)
      attestationRoutes(pages, central)
    },
  })
}
