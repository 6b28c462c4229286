import { sql } from 'kysely'
import type { mergeRequestStates } from '../../shared/duplicate.ts'
import type { CentralDb } from '../database/open.ts'

type Status = (typeof mergeRequestStates)[number]

/** How the list is sorted out, each with its states. */
const filters = {
  open: ['asked', 'inTreatment'],
  done: ['done'],
  refused: ['refused'],
  withdrawn: ['withdrawn'],
} as const satisfies Readonly<Record<string, readonly Status[]>>
export type Filter = keyof typeof filters
export const filterNames = Object.keys(filters) as readonly Filter[]

export const PAGE = 50

interface Named {
  readonly lastName: string
  readonly firstName: string
}

export interface RequestLine {
  readonly id: string
  readonly status: Status
  readonly askedAt: Date
  readonly actorName: string | null
  readonly centre: string
  readonly treating: string | null
  readonly a: Named
  readonly b: Named
}

/** One page of requests: those to treat from the oldest on, the others from the newest on. */
export async function listRequests(db: CentralDb, filter: Filter, page: number): Promise<readonly RequestLine[]> {
  const rows = await db
    .selectFrom('mergeRequest')
    .innerJoin('centre', 'centre.id', 'mergeRequest.centreId')
    .innerJoin('candidate as first', 'first.id', 'mergeRequest.a')
    .innerJoin('candidate as second', 'second.id', 'mergeRequest.b')
    .leftJoin('backOfficeUser as user', 'user.id', 'mergeRequest.treatedBy')
    .select(['mergeRequest.id', 'status', 'askedAt', 'actorName', 'centre.name as centre', 'user.name as treating'])
    .select(['first.lastName', 'first.firstName', 'second.lastName as otherLast', 'second.firstName as otherFirst'])
    .where('status', 'in', filters[filter])
    .orderBy('askedAt', filter === 'open' ? 'asc' : 'desc')
    .orderBy('mergeRequest.id')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()
  return rows.map(({ lastName, firstName, otherLast, otherFirst, ...row }) => ({
    ...row,
    a: { lastName, firstName },
    b: { lastName: otherLast, firstName: otherFirst },
  }))
}

export async function countRequests(db: CentralDb): Promise<Readonly<Record<Filter, number>>> {
  const rows = await db
    .selectFrom('mergeRequest')
    .select(['status', (e) => e.fn.countAll<string>().as('n')])
    .groupBy('status')
    .execute()
  const counts = filterNames.map((name) => {
    const those = rows.filter(({ status }) => filters[name].some((one) => one === status))
    return [name, those.reduce((sum, { n }) => sum + Number(n), 0)] as const
  })
  return Object.fromEntries(counts) as Record<Filter, number>
}

/** A request with what was said and done about it. */
export type RequestRow = NonNullable<Awaited<ReturnType<typeof readRequest>>>

export async function readRequest(db: CentralDb, id: string) {
  const request = await db
    .selectFrom('mergeRequest')
    .innerJoin('centre', 'centre.id', 'mergeRequest.centreId')
    .leftJoin('backOfficeUser as user', 'user.id', 'mergeRequest.treatedBy')
    .selectAll('mergeRequest')
    .select(['centre.name as centre', 'user.name as treating'])
    .where('mergeRequest.id', '=', id)
    .executeTakeFirst()
  if (!request) return undefined
  const acts = await db
    .selectFrom('backOfficeAct')
    .innerJoin('backOfficeUser', 'backOfficeUser.id', 'backOfficeAct.userId')
    .select(['act', 'at', 'name'])
    .where('requestId', '=', id)
    .orderBy('at')
    .orderBy('backOfficeAct.id')
    .execute()
  return { ...request, acts }
}

/** What a merge moved, by noun: ids; `email` where the other record's address remains. */
interface Moved {
  readonly registration: readonly string[]
  readonly result: readonly string[]
  readonly attestation: readonly string[]
  readonly collapsed: readonly object[]
  readonly email?: readonly string[]
}
interface Prior {
  readonly gone: Named & { readonly login: string | null; readonly email: string | null }
  readonly stays: Named & { readonly login: string | null; readonly email: string | null }
}

/** What the log says of a merge, and who is told of it. */
export async function readMerge(db: CentralDb, id: string) {
  const row = await db.selectFrom('merge').select(['moved', 'prior']).where('id', '=', id).executeTakeFirstOrThrow()
  const notices = await db
    .selectFrom('mail')
    .select(['to', 'status', 'sentAt'])
    .where('dedupeKey', 'like', `merged:${id}:%`)
    .orderBy('id')
    .execute()
  return { moved: row.moved as Moved, prior: row.prior as Prior, notices }
}

/** What a centre said against it: the two are different people. */
export async function distinctionsOf(db: CentralDb, a: string, b: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('distinction')
    .select('reason')
    .where('stands', '=', true)
    .where('a', 'in', [a, b])
    .where('b', 'in', [a, b])
    .where(sql<boolean>`a <> b`)
    .execute()
  return rows.map(({ reason }) => reason)
}
