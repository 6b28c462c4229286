import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const HERE = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** On this machine alone central may be reached without encryption; from everywhere else the browser drops the cookie. */
const isPlainHere = ({ protocol, hostname }: FastifyRequest): boolean => protocol === 'http' && HERE.has(hostname)

const nameOf = (request: FastifyRequest): string =>
  isPlainHere(request) ? 'certassur-back-office' : '__Host-certassur-back-office'

/** The token that a browser was given, whether or not somebody signed in with it. */
export function readToken(request: FastifyRequest): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(/; */).map((cookie) => cookie.split('='))
  const [, token] = cookies.find(([name]) => name === nameOf(request)) ?? []
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
}

export const newToken = (): string => randomBytes(32).toString('base64url')

/** @param seconds how long the browser keeps it; 0 takes it away */
export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string, seconds: number): void {
  const secure = isPlainHere(request) ? '' : '; Secure'
  void reply.header(
    'set-cookie',
    `${nameOf(request)}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
  )
}
