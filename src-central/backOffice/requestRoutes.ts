import type { FastifyInstance, FastifyReply } from 'fastify'
import { parse } from '../../shared/parse.ts'
import { reasonSchema } from '../../shared/registration.ts'
import type { Central } from '../central.ts'
import {
  closeRequest,
  isPossible,
  mergeRequested,
  type Outcome,
  refuseRequest,
  takeRequest,
  type Treating,
} from '../duplicates/requests.ts'
import { Problem } from '../problem.ts'
import { formOf, goTo, idOf, queryOf, send } from '../web/form.ts'
import type { Sides } from './pages/compare.ts'
import { confirmPage } from './pages/confirm.ts'
import type { Visit } from './pages/layout.ts'
import { listPage } from './pages/list.ts'
import { endedRequestPage, type OpenRequest, openRequestPage, type Said } from './pages/request.ts'
import type { Kept } from './pages/treat.ts'
import { base, requestPath } from './paths.ts'
import {
  countRequests,
  distinctionsOf,
  type Filter,
  filterNames,
  listRequests,
  readMerge,
  readRequest,
  type RequestRow,
} from './queries.ts'
import { matchOf, nameToday, readSide, sessionsOfBoth } from './sides.ts'
import { forUser, idIn, type On } from './visit.ts'

const hidden = { schema: { hide: true } }

export function requestRoutes(app: FastifyInstance, central: Central): void {
  app.get('/', hidden, async (_request, reply) => goTo(reply, `${base}/requests`))
  app.get('/requests', hidden, forUser(central, showList))
  app.get(
    '/requests/:id',
    hidden,
    forUser(central, async (on) => showRequest(on, idOf(on.request))),
  )
  app.get('/requests/:id/merge', hidden, forUser(central, askToConfirm))
  app.post(
    '/requests/:id/take',
    hidden,
    forUser(central, (on) =>
      act(on, 'inTreatment', {}, (treating, { from = '' }) => takeRequest(central, treating, from || null)),
    ),
  )
  app.post(
    '/requests/:id/close',
    hidden,
    forUser(central, (on) => act(on, 'done', {}, (treating) => closeRequest(central, treating))),
  )
  app.post('/requests/:id/refuse', hidden, forUser(central, refuse))
  app.post('/requests/:id/merge', hidden, forUser(central, merge))
}

async function showList({ central, request, reply, visit }: On): Promise<FastifyReply> {
  const { show, page = '1' } = queryOf(request)
  const filter: Filter = filterNames.find((name) => name === show) ?? 'open'
  const number = /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1
  const [rows, counts] = [await listRequests(central.db, filter, number), await countRequests(central.db)]
  return send(reply, listPage(visit, { filter, page: number, counts, rows }))
}

const isOpen = ({ status }: RequestRow): boolean => status === 'asked' || status === 'inTreatment'

async function mustRead(central: Central, id: string): Promise<RequestRow> {
  const request = await readRequest(central.db, id)
  if (!request) throw new Problem(404, 'page.unknown', 'no such request')
  return request
}

interface Showing {
  readonly central: Central
  readonly reply: FastifyReply
  readonly visit: Visit
}
interface Shown {
  readonly status?: number
  readonly said?: Said | undefined
  readonly kept?: Kept
}

/** A request as it stands now, whatever somebody wanted to do with it. */
export async function showRequest(
  { central, reply, visit }: Showing,
  id: string,
  { status = 200, said, kept = {} }: Shown = {},
): Promise<FastifyReply> {
  const request = await mustRead(central, id)
  if (isOpen(request)) return send(reply, openRequestPage(visit, await readOpen(central, request), said, kept), status)
  const sides: Sides = [await readSide(central.db, request.a), await readSide(central.db, request.b)]
  const merged = request.mergeId === null ? undefined : await readMerge(central.db, request.mergeId)
  return send(reply, endedRequestPage(visit, { request, sides, merge: merged }, said), status)
}

/** Both records as they are called today: one of them may have been merged on another way. */
async function readOpen({ db }: Central, request: RequestRow): Promise<OpenRequest> {
  const [a, b] = [await nameToday(db, request.a), await nameToday(db, request.b)]
  const sides: Sides = [await readSide(db, a), await readSide(db, b)]
  return {
    request,
    sides,
    match: await matchOf(db, sides[0].candidate, sides[1].candidate),
    shared: await sessionsOfBoth(db, a, b),
    distinctions: await distinctionsOf(db, a, b),
  }
}

async function askToConfirm(on: On): Promise<FastifyReply> {
  const { stays, email } = queryOf(on.request)
  return confirm(on, stays, email)
}

/** The page that says what a merge will do; the request itself where it can no longer be merged, or a choice is missing. */
async function confirm(
  on: On,
  stays: string | undefined,
  email: string | undefined,
  said?: Said,
): Promise<FastifyReply> {
  const id = idOf(on.request)
  const request = await mustRead(on.central, id)
  if (!isOpen(request))
    return showRequest(on, id, { status: 409, said: request.status === 'withdrawn' ? 'withdrawn' : 'ended' })
  if (request.status === 'inTreatment' && request.treatedBy !== on.user.id)
    return showRequest(on, id, { status: 409, said: 'elsewhere' })
  const open = await readOpen(on.central, request)
  const side = (chosen: string | undefined) => open.sides.find(({ candidate }) => candidate.id === chosen)
  const [staying, emailOf] = [side(stays), side(email)]
  const gone = open.sides.find((one) => one !== staying)
  const isWhole = staying && gone && isPossible(staying.candidate, gone.candidate, emailOf?.candidate.id ?? null)
  if (!isWhole) {
    const kept = { stays, emailOf: email, choiceMissing: true }
    return showRequest(on, id, { status: 422, kept })
  }
  const page = confirmPage(on.visit, open, { stays: staying, gone, emailOf }, said)
  return send(on.reply, page, said === undefined ? 200 : 403)
}

type Act = (treating: Treating, form: ReturnType<typeof formOf>) => Promise<Outcome>

/**
 * Does what was asked, and shows the request as it stands then.
 * @param reached the state in which it already is when the same person sent the same form twice
 */
async function act(on: On, reached: RequestRow['status'], kept: Kept, work: Act): Promise<FastifyReply> {
  const { central, user, isOwn } = on
  const id = idOf(on.request)
  if (!isOwn) return showRequest(on, id, { status: 403, said: 'stale', kept })
  const outcome = await work({ requestId: id, user }, formOf(on.request))
  if (outcome === 'treated') return goTo(on.reply, requestPath(id))
  if (outcome === 'unknown') throw new Problem(404, 'page.unknown', 'no such request')
  const request = await mustRead(central, id)
  if (request.status === reached && request.treatedBy === user.id) return goTo(on.reply, requestPath(id))
  return showRequest(on, id, { status: 409, said: outcome, kept })
}

async function refuse(on: On): Promise<FastifyReply> {
  // A text field of several lines: the centre reads one.
  const typed = (formOf(on.request)['reason'] ?? '').replace(/\s+/gu, ' ')
  const reason = parse(reasonSchema, typed)
  const kept = { reason: typed }
  if (!on.isOwn || reason.ok)
    return act(on, 'refused', kept, (treating) => refuseRequest(on.central, treating, reason.ok ? reason.value : ''))
  const refusal = refusals.get(reason.error.fields?.[0]?.code) ?? 'missing'
  return showRequest(on, idOf(on.request), { status: 422, kept: { ...kept, refusal } })
}

const refusals: ReadonlyMap<string | undefined, NonNullable<Kept['refusal']>> = new Map([
  ['field.tooLong', 'tooLong'],
  ['field.unprintable', 'unprintable'],
])

async function merge(on: On): Promise<FastifyReply> {
  const { stays, email, seen = '' } = formOf(on.request)
  if (!on.isOwn) return confirm(on, stays, email, 'stale')
  const choice = { stays: idIn(stays) ?? '', emailOf: idIn(email) ?? null, seen }
  return act(on, 'done', {}, (treating) => mergeRequested(on.central, treating, choice))
}
