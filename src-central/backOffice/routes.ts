import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Central } from '../central.ts'
import { Problem } from '../problem.ts'
import { newToken } from './cookie.ts'
import { type Failure, failurePage } from './pages/failure.ts'
import type { Visit } from './pages/layout.ts'
import { mailboxRoutes } from './mailboxRoutes.ts'
import { base, fonts, icon, mailbox, style, stylePath } from './paths.ts'
import { requestRoutes } from './requestRoutes.ts'
import { signInRoutes } from './signInRoutes.ts'
import { wordsOf } from './texts.ts'
import { askedLanguage, send, visitOf } from './visit.ts'

// No script at all. The referrer is the one that keeps `Origin` in a form's request: without it browsers send `null`.
const headersOf = (framed: boolean): Parameters<FastifyReply['helmet']>[0] => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      // A mail is shown in a frame of its own, which may do nothing.
      ...(framed ? { frameSrc: ["'self'"] } : {}),
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
})

/** A page that says nothing of anybody, and never changes under its name. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const A_DAY = 'public, max-age=86400'

/**
 * The pages where Certassur's own people treat the requests of the centres (docs/protocol.md, C11), and where they read
 * the mails that were kept instead of sent (C12).
 */
export function backOfficeRoutes(app: FastifyInstance, central: Central): void {
  pagesUnder(app, central, base, (pages) => {
    files(pages)
    signInRoutes(pages, central)
    requestRoutes(pages, central)
  })
  pagesUnder(app, central, mailbox, (pages) => mailboxRoutes(pages, central))
}

function pagesUnder(
  app: FastifyInstance,
  central: Central,
  prefix: string,
  add: (pages: FastifyInstance) => void,
): void {
  void app.register(
    async (pages) => {
      pages.removeAllContentTypeParsers()
      pages.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: 16_384 },
        async (_request: FastifyRequest, body: string) => Object.fromEntries(new URLSearchParams(body)),
      )
      pages.addHook('onRequest', async (request, reply) => {
        reply.helmet(headersOf(prefix === mailbox))
        void reply.header('cache-control', 'no-store')
        if (request.method !== 'GET' && request.method !== 'HEAD') refuseForeign(request)
      })
      pages.setNotFoundHandler((request, reply) => fail(central, request, reply, 'unknown', 404))
      pages.setErrorHandler((error, request, reply) => {
        const status = error instanceof Problem ? error.status : ((error as { statusCode?: number }).statusCode ?? 500)
        if (status >= 500) request.log.error({ name: (error as Error).name, route: request.routeOptions.url }, 'failed')
        return fail(central, request, reply, failures.get(status) ?? 'failed', status)
      })
      add(pages)
    },
    { prefix },
  )
}

const failures: ReadonlyMap<number, Failure> = new Map([
  [403, 'forbidden'],
  [404, 'unknown'],
  [429, 'busy'],
])

/** What changes something comes from one of these pages: the browser itself says from where, and no page can lie about it. */
function refuseForeign(request: FastifyRequest): void {
  const { origin = '', host } = request.headers
  if (host === undefined || !URL.canParse(origin) || new URL(origin).host !== host)
    throw new Problem(403, 'page.forbidden', 'the form came from elsewhere')
}

async function fail(
  central: Central,
  request: FastifyRequest,
  reply: FastifyReply,
  failure: Failure,
  status: number,
): Promise<FastifyReply> {
  // Where the database itself does not answer, nobody can be known.
  const visit: Visit = await visitOf(central, request).catch(() => ({
    token: newToken(),
    user: undefined,
    words: wordsOf(askedLanguage(request)),
  }))
  return send(reply, failurePage(visit, failure), status)
}

function files(app: FastifyInstance): void {
  const file = (path: string, type: string, body: string | Buffer, keep: string) =>
    app.get(path, { schema: { hide: true } }, async (_request, reply) =>
      reply.type(type).header('cache-control', keep).send(body),
    )
  file(stylePath.slice(base.length), 'text/css; charset=utf-8', style, FOR_EVER)
  file('/icon.svg', 'image/svg+xml', icon, A_DAY)
  file('/inter-regular.ttf', 'font/ttf', fonts.regular, A_DAY)
  file('/inter-semibold.ttf', 'font/ttf', fonts.semiBold, A_DAY)
}
