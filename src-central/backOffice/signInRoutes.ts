import type { FastifyInstance } from 'fastify'
import type { Central } from '../central.ts'
import { formOf, goTo, isOwnForm, queryOf } from '../web/form.ts'
import { signInUser } from './accounts.ts'
import { base, mailbox, requestPath } from './paths.ts'
import { showRequest } from './requestRoutes.ts'
import { cookie, endSession, SESSION_SECONDS, startSession } from './session.ts'
import { wordsOf } from './texts.ts'
import { forUser, idIn, showSignIn, visitOf } from './visit.ts'

// Beside the lock of each name: whoever tries many names is slowed down as well.
const guarded = { rateLimit: { max: 30, timeWindow: 60_000 } }
const hidden = { schema: { hide: true } }

export function signInRoutes(app: FastifyInstance, central: Central): void {
  app.get('/sign-in', hidden, async (request, reply) => {
    const visit = await visitOf(central, request)
    if (visit.user) return goTo(reply, `${base}/requests`)
    return showSignIn({ request, reply, visit }, { to: idIn(queryOf(request)['to']) })
  })

  app.post('/sign-in', { ...hidden, config: guarded }, async (request, reply) => {
    const visit = await visitOf(central, request)
    const { username = '', password = '', form, reason, ...rest } = formOf(request)
    const { t } = visit.words
    const to = idIn(rest['to'])
    const again = (problem: string, status: number) =>
      showSignIn({ request, reply, visit }, { username, problem, to, reason }, status)
    if (cookie.read(request) === undefined || !isOwnForm(visit.token, form))
      return again(
        t(($) => $.signIn.stale),
        403,
      )
    const answer = await signInUser(central, username.slice(0, 200), password.slice(0, 200))
    if (answer.kind === 'refused')
      return again(
        t(($) => $.signIn.refused),
        401,
      )
    if (answer.kind === 'locked')
      return again(
        t(($) => $.signIn.locked, { time: visit.words.time(answer.until) }),
        429,
      )
    const { user } = answer
    await endSession(central, visit.token)
    const token = await startSession(central, user.id)
    cookie.give(request, reply, token, SESSION_SECONDS)
    if (to === undefined) return goTo(reply, `${base}/requests`)
    if (!reason) return goTo(reply, requestPath(to))
    const known = { token, user, words: wordsOf(user.language) }
    return showRequest({ central, reply, visit: known }, to, { said: 'kept', kept: { reason } })
  })

  app.post(
    '/sign-out',
    hidden,
    forUser(central, async ({ request, reply, visit, isOwn }) => {
      if (!isOwn) return goTo(reply, `${base}/requests`)
      await endSession(central, visit.token)
      cookie.give(request, reply, '', 0)
      return goTo(reply, `${base}/sign-in`)
    }),
  )

  app.post(
    '/language',
    hidden,
    forUser(central, async ({ request, reply, user, isOwn }) => {
      const { language, back = '' } = formOf(request)
      if (isOwn && (language === 'fr' || language === 'nl')) {
        await central.db.updateTable('backOfficeUser').set({ language }).where('id', '=', user.id).execute()
      }
      const isPage = [`${base}/requests`, mailbox].some((page) => back.startsWith(page)) && /^[\w/?=&-]+$/.test(back)
      return goTo(reply, isPage ? back : `${base}/requests`)
    }),
  )
}
