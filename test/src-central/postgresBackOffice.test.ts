import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  aMergeRequest,
  confirm,
  fieldsOf,
  mergesOf,
  requestPath,
  requestRow,
  twoRecords,
  startOffice,
} from '../helpers/backOffice.ts'
import { type Browser } from '../helpers/browser.ts'
import { stopCentrals, type TestCentral } from '../helpers/central.ts'
import { until } from '../helpers/desk.ts'

// What only several connections at once can show; the embedded PostgreSQL has one.
let central: TestCentral
let claire: Browser
beforeEach(async () => {
  ;({ central, claire } = await startOffice())
})
afterEach(stopCentrals)

/** So many sessions of this database wait for somebody else's lock. */
const waiting = (count: number): Promise<void> =>
  until(async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(central.central.db)
    return rows[0]?.n === count
  })

test('a merge waits for an edit that a desk sent at the same moment, and is then compared again', async () => {
  const [a, b] = await twoRecords(central)
  const request = await aMergeRequest(central, [a, b])
  const fields = fieldsOf(await confirm(claire, request, { stays: a, email: b }))
  const edit = await central.central.db.startTransaction().execute()
  await edit
    .updateTable('candidate')
    .set((e) => ({ email: 'a.temps@exemple.be', version: e('version', '+', 1) }))
    .where('id', '=', b)
    .execute()
  const merged = claire.send(`${requestPath(request)}/merge`, fields)
  await waiting(1)
  await edit.commit().execute()
  const shown = await merged
  expect([shown.status, shown.text.includes('a.temps@exemple.be')]).toEqual([409, true])
  expect([await mergesOf(central), (await requestRow(central, request)).status]).toEqual([[], 'asked'])
})

test('a merge waits for the centre that is withdrawing its request, and does nothing', async () => {
  const [a, b] = await twoRecords(central)
  const request = await aMergeRequest(central, [a, b])
  const fields = fieldsOf(await confirm(claire, request, { stays: a, email: b }))
  const withdraw = await central.central.db.startTransaction().execute()
  await withdraw.updateTable('mergeRequest').set({ status: 'withdrawn' }).where('id', '=', request).execute()
  const merged = claire.send(`${requestPath(request)}/merge`, fields)
  await waiting(1)
  await withdraw.commit().execute()
  const shown = await merged
  expect([shown.status, shown.text.includes('Le centre a retiré sa demande entre-temps.')]).toEqual([409, true])
  expect([await mergesOf(central), (await requestRow(central, request)).status]).toEqual([[], 'withdrawn'])
})

test('a decision on a hold that comes at the same moment is made first, and never blocks a merge for ever', async () => {
  const [a, b] = await twoRecords(central)
  const heldAt = new Date().toISOString()
  await central.central.db
    .insertInto('hold')
    .values({ id: b, centreId: central.centreId, matches: '[]', heldAt })
    .execute()
  const request = await aMergeRequest(central, [a, b])
  const fields = fieldsOf(await confirm(claire, request, { stays: a, email: a }))
  const decision = await central.central.db.startTransaction().execute()
  await decision.selectFrom('hold').select('id').where('id', '=', b).forUpdate().execute()
  const merged = claire.send(`${requestPath(request)}/merge`, fields)
  await waiting(1)
  // In the order of a decision: the hold first, then the records.
  await decision.selectFrom('candidate').select('id').where('id', 'in', [a, b]).orderBy('id').forUpdate().execute()
  await decision.updateTable('hold').set({ decision: 'different' }).where('id', '=', b).execute()
  await decision.commit().execute()
  expect((await merged).text).toContain('Ce qui a été fait')
  const hold = await central.central.db.selectFrom('hold').selectAll().executeTakeFirstOrThrow()
  expect([hold.decision, (await mergesOf(central)).length]).toEqual(['different', 1])
})
