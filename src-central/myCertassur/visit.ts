import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Central } from '../central.ts'
import { newToken } from '../web/cookie.ts'
import { askedLanguage, formOf, goTo, isOwnForm, send } from '../web/form.ts'
import type { Visit } from './pages/layout.ts'
import { type SignInForm, signInPage } from './pages/signIn.ts'
import { base } from './paths.ts'
import { cookie, type Known, knownBy, SESSION_SECONDS } from './session.ts'
import { wordsOf } from './texts.ts'

export async function visitOf(central: Central, request: FastifyRequest): Promise<Visit> {
  const token = cookie.read(request)
  const known = token === undefined ? undefined : await knownBy(central, token)
  return { token: token ?? newToken(), known, words: wordsOf(known?.language ?? askedLanguage(request)) }
}

/** For a page that asks nobody who he is, and gives no cookie. */
export const strangerOf = (request: FastifyRequest): Visit => ({
  token: newToken(),
  known: undefined,
  words: wordsOf(askedLanguage(request)),
})

/** One request, its answer, and who is there. */
export interface At {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly visit: Visit
}

/** Shows a page with a form for whoever is not signed in, with a token for it where the browser has none yet. */
export function showDoor({ request, reply, visit }: At, page: string, status = 200): FastifyReply {
  if (cookie.read(request) === undefined) cookie.give(request, reply, visit.token, SESSION_SECONDS)
  return send(reply, page, status)
}

export const showSignIn = (at: At, form: SignInForm = {}, status = 200): FastifyReply =>
  showDoor(at, signInPage(at.visit, form), status)

/** Whether a form came from a page that this very browser was shown. */
export const isOwn = ({ request, visit }: At): boolean =>
  cookie.read(request) !== undefined && isOwnForm(visit.token, formOf(request)['form'])

/** A page for whoever is signed in. */
export interface On extends At {
  readonly central: Central
  readonly known: Known
}

interface Options {
  /** Also open before he has replaced a temporary password. */
  readonly early?: boolean
}

/**
 * Lets only those in who are signed in, and first to the choice of their own password. A form that is not of this very
 * session does nothing: the page is shown again.
 */
export const forCandidate =
  (central: Central, handle: (on: On) => Promise<FastifyReply>, { early = false }: Options = {}) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const visit = await visitOf(central, request)
    const at = { request, reply, visit }
    const { known } = visit
    const isPost = request.method === 'POST'
    if (!known) {
      return isPost
        ? showSignIn(at, { said: visit.words.t(($) => $.signIn.over) }, 401)
        : goTo(reply, `${base}/sign-in`)
    }
    if (known.mustReplace && !early) return goTo(reply, `${base}/password`)
    if (isPost && !isOwn(at)) return goTo(reply, `${base}/record`)
    return handle({ ...at, central, known })
  }
