import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Central } from '../central.ts'
import { newToken } from '../web/cookie.ts'
import { askedLanguage, send } from '../web/form.ts'
import { type Failure, pagesUnder } from '../web/pagesUnder.ts'
import { mailboxRoutes } from './mailboxRoutes.ts'
import { failurePage } from './pages/failure.ts'
import type { Visit } from './pages/layout.ts'
import { base, files, mailbox } from './paths.ts'
import { requestRoutes } from './requestRoutes.ts'
import { signInRoutes } from './signInRoutes.ts'
import { wordsOf } from './texts.ts'
import { visitOf } from './visit.ts'

/**
 * The pages where Certassur's own people treat the requests of the centres (docs/protocol.md, C11), and where they read
 * the mails that were kept instead of sent (C12).
 */
export function backOfficeRoutes(app: FastifyInstance, central: Central): void {
  const fail = async (request: FastifyRequest, reply: FastifyReply, failure: Failure, status: number) => {
    // Where the database itself does not answer, nobody can be known.
    const visit: Visit = await visitOf(central, request).catch(() => ({
      token: newToken(),
      user: undefined,
      words: wordsOf(askedLanguage(request)),
    }))
    return send(reply, failurePage(visit, failure), status)
  }
  pagesUnder(app, {
    prefix: base,
    fail,
    add: (pages) => {
      files.add(pages)
      signInRoutes(pages, central)
      requestRoutes(pages, central)
    },
  })
  pagesUnder(app, { prefix: mailbox, framed: true, fail, add: (pages) => mailboxRoutes(pages, central) })
}
