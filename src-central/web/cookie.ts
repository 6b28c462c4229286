import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const HERE = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** On this machine alone central may be reached without encryption; from everywhere else the browser drops the cookie. */
const isPlainHere = ({ protocol, hostname }: FastifyRequest): boolean => protocol === 'http' && HERE.has(hostname)

/** The cookie of one set of pages: a token that says nothing by itself. */
export interface Cookie {
  /** The token that a browser was given, whether or not somebody signed in with it. */
  read(request: FastifyRequest): string | undefined
  /** @param seconds how long the browser keeps it; 0 takes it away */
  give(request: FastifyRequest, reply: FastifyReply, token: string, seconds: number): void
}

/** @param name of the set of pages; each has its own cookie, so that who is known on one is nobody on another */
export function cookieNamed(name: string): Cookie {
  const nameOf = (request: FastifyRequest) => (isPlainHere(request) ? name : `__Host-${name}`)
  return {
    read: (request) => {
      const cookies = (request.headers.cookie ?? '').split(/; */).map((cookie) => cookie.split('='))
      const [, token] = cookies.find(([one]) => one === nameOf(request)) ?? []
      return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
    },
    give: (request, reply, token, seconds) => {
      const secure = isPlainHere(request) ? '' : '; Secure'
      void reply.header(
        'set-cookie',
        `${nameOf(request)}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
      )
    },
  }
}

export const newToken = (): string => randomBytes(32).toString('base64url')
