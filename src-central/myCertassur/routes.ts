import type { FastifyInstance } from 'fastify'
import type { Central } from '../central.ts'
import { newToken } from '../web/cookie.ts'
import { askedLanguage, send } from '../web/form.ts'
import { pagesUnder } from '../web/pagesUnder.ts'
import { doorRoutes } from './doorRoutes.ts'
import { ownRoutes } from './ownRoutes.ts'
import { failurePage } from './pages/failure.ts'
import type { Visit } from './pages/layout.ts'
import { base, files } from './paths.ts'
import { recordRoutes } from './recordRoutes.ts'
import { wordsOf } from './texts.ts'
import { visitOf } from './visit.ts'

/** MyCertassur: the pages where a candidate finds what is his (docs/protocol.md, C15). */
export function myCertassurRoutes(app: FastifyInstance, central: Central): void {
  pagesUnder(app, {
    prefix: base,
    fail: async (request, reply, failure, status) => {
      // Where the database itself does not answer, nobody can be known.
      const visit: Visit = await visitOf(central, request).catch(() => ({
        token: newToken(),
        known: undefined,
        words: wordsOf(askedLanguage(request)),
      }))
      return send(reply, failurePage(visit, failure), status)
    },
    add: (pages) => {
      files.add(pages)
      doorRoutes(pages, central)
      ownRoutes(pages, central)
      recordRoutes(pages, central)
    },
  })
}
