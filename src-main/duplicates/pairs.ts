import type { SuspectedPairs } from '../../shared/calls/duplicate.ts'
import type { Cache } from '../cache/open.ts'
import { recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import { countCandidates } from '../candidates/queries.ts'
import { readCompared } from './compared.ts'
import type { Suspects } from './suspects.ts'

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** A page of the pairs that nobody has declared to be two people, with what was asked of Certassur about each. */
export function listPairs(
  db: Cache,
  suspects: Suspects,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): SuspectedPairs {
  const rows = prepare(db, `SELECT a, b FROM distinction WHERE stands = '1'`).all() as { a: string; b: string }[]
  const distinct = new Set(rows.map(({ a, b }) => keyOf(a, b)))
  const left = suspects.pairs().filter(({ a, b }) => !distinct.has(keyOf(a, b)))
  const page = left.slice(offset, offset + limit)
  const ids = page.flatMap(({ a, b }) => [a, b])
  const here = new Map(readCompared(db, ids).map((candidate) => [candidate.id, candidate]))
  const requests = requestsAbout(db, ids)
  const records = countCandidates(db)
  return {
    pairs: page.flatMap(({ a, b, verdict, reasons }) => {
      const [one, other] = [here.get(a), here.get(b)]
      return one && other ? [{ a: one, b: other, verdict, reasons, request: requests.get(keyOf(a, b)) ?? null }] : []
    }),
    total: left.length,
    compared: Math.max(0, records - suspects.waiting()),
    records,
  }
}

function requestsAbout(db: Cache, ids: readonly string[]) {
  const rows = prepare(db, 'SELECT body FROM mergeRequest WHERE a IN (SELECT value FROM json_each(?)) ORDER BY id').all(
    JSON.stringify(ids),
  ) as { body: string }[]
  const requests = rows.map(({ body }) => recordOf<'mergeRequest'>(body))
  return new Map(requests.map((request) => [keyOf(request.a, request.b), request]))
}
