import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

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

/** Why a page cannot be shown. */
export type Failure = 'forbidden' | 'unknown' | 'busy' | 'failed'

const failures: ReadonlyMap<number, Failure> = new Map([
  [403, 'forbidden'],
  [404, 'unknown'],
  [429, 'busy'],
])

interface Pages {
  readonly prefix: string
  /** Whether its pages show others in a frame. */
  readonly framed?: boolean
  /** Answers with a page where something went wrong. */
  readonly fail: (request: FastifyRequest, reply: FastifyReply, failure: Failure, status: number) => Promise<unknown>
  readonly add: (pages: FastifyInstance) => void
}

/** Pages for people, apart from the calls of desks: their forms, headers and failures are those of a browser. */
export function pagesUnder(app: FastifyInstance, { prefix, framed = false, fail, add }: Pages): void {
  void app.register(
    async (pages) => {
      pages.removeAllContentTypeParsers()
      pages.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: 16_384 },
        async (_request: FastifyRequest, body: string) => Object.fromEntries(new URLSearchParams(body)),
      )
      pages.addHook('onRequest', async (request, reply) => {
        reply.helmet(headersOf(framed))
        void reply.header('cache-control', 'no-store')
        if (request.method !== 'GET' && request.method !== 'HEAD') refuseForeign(request)
      })
      pages.setNotFoundHandler((request, reply) => fail(request, reply, 'unknown', 404))
      pages.setErrorHandler((error, request, reply) => {
        const status = error instanceof Problem ? error.status : ((error as { statusCode?: number }).statusCode ?? 500)
        if (status >= 500) request.log.error({ name: (error as Error).name, route: request.routeOptions.url }, 'failed')
        return fail(request, reply, failures.get(status) ?? 'failed', status)
      })
      add(pages)
    },
    { prefix },
  )
}

/** What changes something comes from one of these pages: the browser itself says from where, and no page can lie about it. */
function refuseForeign(request: FastifyRequest): void {
  const { origin = '', host } = request.headers
  if (host === undefined || !URL.canParse(origin) || new URL(origin).host !== host)
    throw new Problem(403, 'page.forbidden', 'the form came from elsewhere')
}
