import type { FastifyReply, FastifyRequest } from 'fastify'
import { idSchema } from '../../shared/ids.ts'
import type { Central } from '../central.ts'
import { newToken } from '../web/cookie.ts'
import { askedLanguage, formOf, goTo, isOwnForm, send } from '../web/form.ts'
import type { User } from './accounts.ts'
import type { Visit } from './pages/layout.ts'
import { type SignInForm, signInPage } from './pages/signIn.ts'
import { base } from './paths.ts'
import { cookie, SESSION_SECONDS, userOf } from './session.ts'
import { wordsOf } from './texts.ts'

export const idIn = (text: string | undefined): string | undefined => idSchema.safeParse(text).data

export async function visitOf(central: Central, request: FastifyRequest): Promise<Visit> {
  const token = cookie.read(request)
  const user = token === undefined ? undefined : await userOf(central, token)
  return { token: token ?? newToken(), user, words: wordsOf(user?.language ?? askedLanguage(request)) }
}

/** Shows the sign-in, with a token for its form where the browser has none yet. */
export function showSignIn(
  { request, reply, visit }: { request: FastifyRequest; reply: FastifyReply; visit: Visit },
  form: SignInForm = {},
  status = 200,
): FastifyReply {
  if (cookie.read(request) === undefined) cookie.give(request, reply, visit.token, SESSION_SECONDS)
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
