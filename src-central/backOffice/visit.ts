import type { FastifyReply, FastifyRequest } from 'fastify'
import { idSchema } from '../../shared/ids.ts'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import type { Central } from '../central.ts'
import { Problem } from '../problem.ts'
import type { User } from './accounts.ts'
import { giveToken, newToken, readToken } from './cookie.ts'
import type { Visit } from './pages/layout.ts'
import { type SignInForm, signInPage } from './pages/signIn.ts'
import { base } from './paths.ts'
import { isOwnForm, SESSION_SECONDS, userOf } from './session.ts'
import { wordsOf } from './texts.ts'

/** A form as a browser sends it, or the part of an address after the question mark. */
export type Fields = Readonly<Record<string, string | undefined>>

export const formOf = (request: FastifyRequest): Fields => (request.body ?? {}) as Fields
/** What is there twice was not written by our pages. */
export const queryOf = (request: FastifyRequest): Fields =>
  Object.fromEntries(Object.entries(request.query as object).filter(([, value]) => typeof value === 'string'))

/** The request that an address is about; anything else is a page that does not exist. */
export function idOf(request: FastifyRequest): string {
  const { id } = request.params as { readonly id?: string }
  const parsed = idSchema.safeParse(id)
  if (!parsed.success) throw new Problem(404, 'page.unknown', 'no such page')
  return parsed.data
}

export const idIn = (text: string | undefined): string | undefined => idSchema.safeParse(text).data

export async function visitOf(central: Central, request: FastifyRequest): Promise<Visit> {
  const token = readToken(request)
  const user = token === undefined ? undefined : await userOf(central, token)
  return { token: token ?? newToken(), user, words: wordsOf(user?.language ?? askedLanguage(request)) }
}

/** Before anybody is known: what he chose on the page, or else what his browser speaks. */
export function askedLanguage(request: FastifyRequest): InterfaceLanguage {
  const { language } = queryOf(request)
  if (language === 'fr' || language === 'nl') return language
  return /^\s*nl\b/i.test(request.headers['accept-language'] ?? '') ? 'nl' : 'fr'
}

export const send = (reply: FastifyReply, page: string, status = 200): FastifyReply =>
  reply.status(status).type('text/html; charset=utf-8').send(page)

/** Goes on to another page; what was sent is not sent again when the reader comes back. */
export const goTo = (reply: FastifyReply, path: string): FastifyReply => reply.redirect(path, 303)

/** Shows the sign-in, with a token for its form where the browser has none yet. */
export function showSignIn(
  { request, reply, visit }: { request: FastifyRequest; reply: FastifyReply; visit: Visit },
  form: SignInForm = {},
  status = 200,
): FastifyReply {
  if (readToken(request) === undefined) giveToken(request, reply, visit.token, SESSION_SECONDS)
  return send(reply, signInPage(visit, form), status)
}

/** A page for whoever is signed in. */
export interface On {
  readonly central: Central
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly visit: Visit
  readonly user: User
  /** The form came from a page of this very session. */
  readonly isOwn: boolean
}

/** Lets only those in who are signed in; what somebody else wanted to see or do waits at the sign-in. */
export const forUser =
  (central: Central, handle: (on: On) => Promise<FastifyReply>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const visit = await visitOf(central, request)
    const { user } = visit
    const form = formOf(request)
    if (user) return handle({ central, request, reply, visit, user, isOwn: isOwnForm(visit.token, form['form']) })
    const to = idIn((request.params as { readonly id?: string }).id)
    if (request.method !== 'POST') return goTo(reply, `${base}/sign-in${to === undefined ? '' : `?to=${to}`}`)
    const problem = visit.words.t(($) => $.signIn.over)
    return showSignIn({ request, reply, visit }, { problem, to, reason: form['reason']?.slice(0, 1_000) }, 401)
  }
