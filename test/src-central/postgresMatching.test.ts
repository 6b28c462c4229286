import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import type { Central } from '../../src-central/central.ts'
import { findSimilar } from '../../src-central/matching/similar.ts'
import { emptyCentral, newId } from '../helpers/central.ts'
import { until } from '../helpers/desk.ts'

// What only several connections at once can show; the embedded PostgreSQL has one.
let central: Central
beforeEach(async () => {
  central = await emptyCentral(() => new Date())
})

async function aPerson(lastName: string): Promise<string> {
  const id = newId()
  await central.db
    .insertInto('candidate')
    .values({
      id,
      login: null,
      lastName,
      firstName: 'Sofie',
      language: 'nl',
      email: null,
      birthDate: null,
      phone: null,
      fieldVersions: '{}',
      extra: '{}',
    })
    .execute()
  return id
}

async function called(lastName: string): Promise<readonly string[]> {
  const person = { lastName, firstName: null, birthDate: null, email: null, phone: null }
  return (await findSimilar(central.db, person)).map(({ candidate }) => candidate.id)
}

test('an edit that is not committed holds up no search, and is found once it is', async () => {
  const id = await aPerson('Vermeiren')
  expect(await called('Vermeiren')).toEqual([id])
  const edit = await central.db.startTransaction().execute()
  await edit.updateTable('candidate').set({ lastName: 'Hadjidakis' }).where('id', '=', id).execute()
  expect(await called('Vermeiren')).toEqual([id])
  await edit.commit().execute()
  expect(await called('Vermeiren')).toEqual([])
  expect(await called('Hadjidakis')).toEqual([id])
})

test('a search that meets an edit of somebody who is due reads him as he is after it', async () => {
  const id = await aPerson('Vermeiren')
  const edit = await central.db.startTransaction().execute()
  await edit.updateTable('candidate').set({ lastName: 'Hadjidakis' }).where('id', '=', id).execute()
  const search = called('Hadjidakis')
  await until(async () => {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(central.db)
    return rows.length === 1
  })
  await edit.commit().execute()
  expect(await search).toEqual([id])
})
