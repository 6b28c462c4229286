import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Central } from '../central.ts'
import { formOf, goTo, queryOf, send } from '../web/form.ts'
import { choosePassword, isOwnPassword, MOST_LETTERS, weaknessOf } from './accounts.ts'
import { type PasswordForm, passwordPage } from './pages/password.ts'
import { base } from './paths.ts'
import { cookie, SESSION_SECONDS, startSession } from './session.ts'
import { forCandidate, type On } from './visit.ts'

const hidden = { schema: { hide: true } }
const guarded = { rateLimit: { max: 30, timeWindow: 60_000 } }

/** What a candidate sees and does once he is in. */
export function ownRoutes(app: FastifyInstance, central: Central): void {
  app.get('/', hidden, async (_request, reply) => goTo(reply, `${base}/record`))
  const early = { early: true }
  app.get(
    '/password',
    hidden,
    forCandidate(central, async (on) => show(on, { saved: queryOf(on.request)['saved'] === 'yes' }), early),
  )
  app.post('/password', { ...hidden, config: guarded }, forCandidate(central, replacePassword, early))
}

const show = ({ reply, visit, known }: On, form: PasswordForm, status = 200): FastifyReply =>
  send(reply, passwordPage(visit, known, form), status)

async function replacePassword(on: On): Promise<FastifyReply> {
  const { central, request, reply, known } = on
  const { current = '', chosen = '', again = '' } = formOf(request)
  if (!known.mustReplace) {
    const right = await isOwnPassword(central, known, current.slice(0, MOST_LETTERS))
    if (typeof right === 'object') return show(on, right, 429)
    if (!right) return show(on, { problem: 'wrongCurrent' }, 422)
  }
  const problem = chosen === again ? await weaknessOf(central, known.login, chosen) : 'different'
  if (problem) return show(on, { problem }, 422)
  await choosePassword(central, known.id, chosen)
  const { language } = known
  cookie.give(
    request,
    reply,
    await startSession(central, { candidateId: known.id, language, mustReplace: false }),
    SESSION_SECONDS,
  )
  return goTo(reply, known.mustReplace ? `${base}/record` : `${base}/password?saved=yes`)
}
