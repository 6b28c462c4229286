import type { FastifyInstance } from 'fastify'
import type { Central } from '../central.ts'
import { isAddress } from '../mail/queue.ts'
import { askCodes } from '../mail/routes.ts'
import { formOf, goTo, queryOf } from '../web/form.ts'
import { MOST_LETTERS, signInCandidate } from './accounts.ts'
import { codesAskedPage, codesPage } from './pages/codes.ts'
import { doorPath } from './pages/layout.ts'
import type { SignInForm } from './pages/signIn.ts'
import { base } from './paths.ts'
import { cookie, endSession, SESSION_SECONDS, speak, startSession } from './session.ts'
import { forCandidate, isOwn, showDoor, showSignIn, visitOf } from './visit.ts'

// Beside the lock of each login: whoever tries many of them is slowed down as well.
const guarded = { rateLimit: { max: 30, timeWindow: 60_000 } }
const mailing = { rateLimit: { max: 10, timeWindow: 60_000 } }
const hidden = { schema: { hide: true } }

/** In, out, and what to do when the codes are lost. */
export function doorRoutes(app: FastifyInstance, central: Central): void {
  app.get('/sign-in', hidden, async (request, reply) => {
    const visit = await visitOf(central, request)
    if (visit.known) return goTo(reply, `${base}/record`)
    const left = queryOf(request)['out'] === 'yes'
    return showSignIn(
      { request, reply, visit },
      left ? { said: visit.words.t(($) => $.signIn.signedOut), tone: 'ok' } : {},
    )
  })

  app.post('/sign-in', { ...hidden, config: guarded }, async (request, reply) => {
    const visit = await visitOf(central, request)
    const at = { request, reply, visit }
    const { login = '', password = '' } = formOf(request)
    const { t, time, language } = visit.words
    const again = (said: string, status: number, more: SignInForm = {}) =>
      showSignIn(at, { login, said, ...more }, status)
    if (!isOwn(at))
      return again(
        t(($) => $.signIn.stale),
        403,
      )
    const answer = await signInCandidate(central, login.slice(0, MOST_LETTERS), password.slice(0, MOST_LETTERS))
    if (answer.kind === 'locked')
      return again(
        t(($) => $.signIn.locked, { time: time(answer.until) }),
        429,
      )
    if (answer.kind !== 'in') {
      const { kind } = answer
      return again(
        t(($) => $.signIn[kind]),
        401,
        kind === 'refused' ? {} : { tone: 'hold' },
      )
    }
    await endSession(central, visit.token)
    const { candidateId, mustReplace } = answer
    const token = await startSession(central, { candidateId, mustReplace, language })
    cookie.give(request, reply, token, SESSION_SECONDS)
    return goTo(reply, `${base}/record`)
  })

  app.post(
    '/sign-out',
    hidden,
    forCandidate(
      central,
      async ({ request, reply, visit }) => {
        await endSession(central, visit.token)
        cookie.give(request, reply, '', 0)
        return goTo(reply, `${doorPath(visit, 'sign-in')}&out=yes`)
      },
      { early: true },
    ),
  )

  app.post(
    '/language',
    hidden,
    forCandidate(
      central,
      async ({ request, reply, visit }) => {
        const { language, back = '' } = formOf(request)
        if (language === 'fr' || language === 'nl') await speak(central, visit.token, language)
        return goTo(reply, /^\/my\/[\w/-]*$/.test(back) ? back : `${base}/record`)
      },
      { early: true },
    ),
  )

  app.get('/codes', hidden, async (request, reply) => {
    const visit = await visitOf(central, request)
    return showDoor({ request, reply, visit }, codesPage(visit))
  })

  app.post('/codes', { ...hidden, config: mailing }, async (request, reply) => {
    const visit = await visitOf(central, request)
    const at = { request, reply, visit }
    const { t } = visit.words
    const email = (formOf(request)['email'] ?? '').trim().slice(0, 254)
    const again = (said: string, status: number) => showDoor(at, codesPage(visit, { email, problem: said }), status)
    if (!isOwn(at))
      return again(
        t(($) => $.signIn.stale),
        403,
      )
    if (!isAddress(email))
      return again(
        t(($) => $.codes.wrong),
        422,
      )
    await askCodes(central, email)
    return showDoor(at, codesAskedPage(visit))
  })
}
