import { decodeJwt } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pair, signIn } from '../../shared/api.ts'
import { similar } from '../../shared/apiLookup.ts'
import { maskEmail } from '../../shared/mask.ts'
import type { Grant } from '../../shared/operator.ts'
import { lookUp, wasFound } from '../../src-central/lookups/lookUp.ts'
import { openApiPath } from '../../src-central/openapi.ts'
import { openHttp } from '../../src-main/sync/http.ts'
import { aCandidate, newId, password, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'

let central: TestCentral
let now: Date
beforeEach(async () => {
  central = await startCentral()
  now = new Date('2026-11-22T09:00:00.000Z')
  central.setClock(() => now)
})
afterEach(stopCentrals)

const after = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const hour = 3_600_000

interface Desk {
  readonly token: string
  readonly id: string
  readonly actor: string
  readonly grant: string
}

async function aDesk(username = 'marie.lambert'): Promise<Desk> {
  const http = openHttp(central.address)
  const paired = await http.post(pair, { code: await central.pairingCode(), platform: 'test' })
  if (!paired.ok) throw new Error(paired.error.code)
  const { deskId: id, deskToken: token } = paired.value
  const signed = await http.post(signIn, { deskId: id, username, password })
  if (!signed.ok) throw new Error(signed.error.code)
  const { grant } = decodeJwt<{ grant: Grant }>(signed.value.grant)
  return { token, id, actor: signed.value.operator.id, grant: grant.id }
}

const elise = { lastName: 'Van den Broeck', firstName: 'Élise', birthDate: '1988-03-14' }

async function ask({ token, actor, grant }: Desk, person: object = elise, more: object = {}) {
  const reply = await fetch(central.address + similar.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ actor, grant, person, ...more }),
  })
  return { status: reply.status, headers: reply.headers, json: (await reply.json()) as unknown }
}

async function shown(desk: Desk, person: object = elise) {
  const { status, json } = await ask(desk, person)
  expect(status).toBe(200)
  return similar.reply.parse(json)
}

/** Somebody whom another centre knows and this one does not. */
async function aStranger(values: Parameters<typeof aCandidate>[1] = {}): Promise<string> {
  const id = await aCandidate(central, values)
  await central.central.db.deleteFrom('scope').where('candidateId', '=', id).execute()
  return id
}

const lookups = () => central.central.db.selectFrom('lookup').selectAll().orderBy('at').execute()

describe('a desk asks whether Certassur knows somebody', () => {
  test('and is shown the least by which an office recognises him', async () => {
    const id = await aStranger({ phone: '0470 11 22 33' })
    const { people, checkedAt } = await shown(await aDesk())
    expect(checkedAt).toBe(now.toISOString())
    expect(people).toEqual([
      {
        id,
        inScope: false,
        lastName: 'Van den Broeck',
        firstName: 'Élise',
        language: 'fr',
        birthYear: '1988',
        maskedEmail: 'e•••@e•••.be',
        likeness: 'certain',
        reasons: [
          { field: 'lastName', code: 'same' },
          { field: 'firstName', code: 'same' },
          { field: 'birthDate', code: 'same' },
        ],
      },
    ])
  })

  test('also of somebody whose last name is one letter, with his first name', async () => {
    const id = await aStranger({ lastName: 'O', firstName: 'Jina' })
    const { people } = await shown(await aDesk(), { lastName: 'O', firstName: 'Jina', birthDate: '1988-03-14' })
    expect(people.map((person) => person.id)).toEqual([id])
  })

  test('only fields that were asked are spoken of', async () => {
    await aStranger()
    const { people } = await shown(await aDesk(), { lastName: 'van den broeck', email: 'elise.vb@exemple.be' })
    expect(new Set(people[0]?.reasons.map(({ field }) => field))).toEqual(new Set(['lastName', 'email']))
  })

  test('somebody who is only possible is named when the centre knows him, and not otherwise', async () => {
    const values = { lastName: 'Hadjidakis', firstName: 'Eleni', birthDate: '1980-05-05', email: null }
    const known = await aCandidate(central, values)
    const stranger = await aStranger(values)
    const desk = await aDesk()
    const brother = { lastName: 'Hadjidakis', firstName: 'Nikos', birthDate: '1980-05-05' }
    expect((await shown(desk, brother)).people).toMatchObject([{ id: known, inScope: true, likeness: 'possible' }])
    await central.central.db
      .updateTable('candidate')
      .set({ firstName: 'Nikos', birthDate: null })
      .where('id', '=', stranger)
      .execute()
    const { people } = await shown(desk, brother)
    expect(people.find(({ id }) => id === stranger)).toMatchObject({
      inScope: false,
      likeness: 'certain',
      birthYear: null,
      maskedEmail: null,
    })
  })

  test('somebody who left the scope of the centre is not known to it any more', async () => {
    await aCandidate(central)
    const desk = await aDesk()
    expect((await shown(desk)).people).toMatchObject([{ inScope: true }])
    await central.central.db.updateTable('scope').set({ until: now.toISOString() }).execute()
    expect((await shown(desk)).people).toMatchObject([{ inScope: false }])
  })

  test('never more than ten', async () => {
    for (let count = 0; count < 14; count += 1) await aCandidate(central)
    expect((await shown(await aDesk())).people).toHaveLength(10)
  })

  test('how many others share an address is told to nobody', async () => {
    for (let count = 0; count < 12; count += 1) await aStranger({ firstName: `Élise${count}`, email: 'hr@exemple.be' })
    const { people } = await shown(await aDesk(), { ...elise, email: 'hr@exemple.be' })
    expect(people.length).toBeGreaterThan(0)
    expect(JSON.stringify(people)).not.toContain('others')
  })
})

test('the description of the API says that only a desk may ask', async () => {
  const reply = await fetch(central.address + openApiPath)
  const { paths } = (await reply.json()) as { paths: Record<string, { post?: object }> }
  expect(paths[similar.path]?.post).toMatchObject({ security: [{ desk: [] }] })
})

describe('what is refused', () => {
  test.each<readonly [string, object]>([
    ['a name alone', { lastName: 'Peeters' }],
    ['both names alone', { lastName: 'Peeters', firstName: 'Jan' }],
    ['a last name of one letter', { lastName: 'P', birthDate: '1988-03-14' }],
    ['two letters', { lastName: 'P', firstName: 'J', birthDate: '1988-03-14' }],
    ['a last name without letters', { lastName: '--', birthDate: '1988-03-14' }],
    ['no last name', { firstName: 'Jan', birthDate: '1988-03-14' }],
    ['empty criteria', { lastName: 'Peeters', birthDate: '', email: ' ', phone: '' }],
    ['a phone of two digits', { lastName: 'Peeters', phone: '04' }],
    ['an e-mail that is none', { lastName: 'Peeters', email: 'jan' }],
    ['a year for a birth date', { lastName: 'Peeters', birthDate: '1988' }],
    ['a field that does not exist', { ...elise, nationalNumber: '1' }],
    ['a text that is too long', { ...elise, lastName: 'x'.repeat(121) }],
  ])('%s: 400', async (_what, person) => {
    const desk = await aDesk()
    const { status, json } = await ask(desk, person)
    expect({ status, json }).toMatchObject({ status: 400, json: { error: { code: 'call.invalid' } } })
    expect(JSON.stringify(json)).not.toContain('Peeters')
    expect(await lookups()).toEqual([])
  })

  test('an unknown desk: 401, a revoked one: 403', async () => {
    const desk = await aDesk()
    expect((await ask({ ...desk, token: 'nobody' })).status).toBe(401)
    await central.central.db.updateTable('desk').set({ revokedAt: now.toISOString() }).execute()
    expect((await ask(desk)).status).toBe(403)
  })

  test('a controller, who does not look people up', async () => {
    expect((await ask(await aDesk('koen.desmet'))).status).toBe(403)
    expect((await ask(await aDesk('sofie.claes'))).status).toBe(200)
  })

  test("a grant that is another one's, of another desk, unknown or over, and of somebody who was revoked", async () => {
    const [desk, other] = [await aDesk(), await aDesk('sofie.claes')]
    expect((await ask({ ...desk, grant: other.grant })).status).toBe(403)
    expect((await ask({ ...desk, grant: other.grant, actor: other.actor })).status).toBe(403)
    expect((await ask({ ...desk, actor: other.actor })).status).toBe(403)
    expect((await ask({ ...desk, grant: newId() })).status).toBe(403)
    expect((await ask(desk)).status).toBe(200)
    after(73 * hour)
    expect((await ask(desk)).status).toBe(403)
    after(-73 * hour)
    await central.central.db
      .updateTable('operator')
      .set({ revokedAt: now.toISOString() })
      .where('id', '=', desk.actor)
      .execute()
    expect((await ask(desk)).status).toBe(403)
    expect(await lookups()).toHaveLength(1)
  })

  test('more than the day allows, for this desk only, until a day has passed since the first', async () => {
    await central.central.db
      .updateTable('centre')
      .set({ settings: JSON.stringify({ lookupsPerDay: 3 }) })
      .execute()
    const [desk, other] = [await aDesk(), await aDesk()]
    for (let count = 0; count < 3; count += 1) {
      expect((await ask(desk)).status).toBe(200)
      after(hour)
    }
    const { status, headers, json } = await ask(desk)
    expect({ status, json }).toMatchObject({ status: 429, json: { error: { code: 'central.busy' } } })
    expect(headers.get('retry-after')).toBe(String(21 * 3600))
    expect((await ask(other)).status).toBe(200)
    after(21 * hour - 1000)
    expect((await ask(desk)).status).toBe(429)
    after(1000)
    expect((await ask(desk)).status).toBe(200)
    expect((await ask(desk)).status).toBe(429)
    expect(await lookups()).toHaveLength(5)
  })

  test('of many questions at one moment as many as the day allows', async () => {
    await central.central.db
      .updateTable('centre')
      .set({ settings: JSON.stringify({ lookupsPerDay: 3 }) })
      .execute()
    const desk = await aDesk()
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(desk)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
  })
})

describe('what is written down', () => {
  test('who asked when, on which desk, and whom he was shown; nothing that he typed', async () => {
    const id = await aStranger()
    const desk = await aDesk()
    await shown(desk)
    await shown(desk, { ...elise, lastName: 'Zzyzx', firstName: 'Qqq', birthDate: '1901-01-01' })
    const rows = await lookups()
    expect(rows.map(({ deskId, actor, at, found }) => ({ deskId, actor, at, found }))).toEqual([
      { deskId: desk.id, actor: desk.actor, at: now, found: [id] },
      { deskId: desk.id, actor: desk.actor, at: now, found: [] },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/broeck|zzyzx|1988|1901/i)
  })

  test('whether this desk was shown this person since then, and no other desk or person', async () => {
    const [id, unseen] = [await aStranger(), newId()]
    const [desk, other] = [await aDesk(), await aDesk()]
    await shown(desk)
    const { db } = central.central
    const since = (ms: number) => new Date(now.getTime() - ms)
    expect(await wasFound(db, desk.id, id, since(24 * hour))).toBe(true)
    expect(await wasFound(db, other.id, id, since(24 * hour))).toBe(false)
    expect(await wasFound(db, desk.id, unseen, since(24 * hour))).toBe(false)
    after(25 * hour)
    expect(await wasFound(db, desk.id, id, since(24 * hour))).toBe(false)
  })

  test('nothing when the answer never was one', async () => {
    await aStranger()
    const desk = await aDesk()
    const row = await central.central.db
      .selectFrom('desk')
      .selectAll()
      .where('id', '=', desk.id)
      .executeTakeFirstOrThrow()
    const broken = { ...central.central, newId: () => 'not an id' }
    await expect(lookUp(broken, row, { ...desk, person: elise })).rejects.toThrow()
    expect(await lookups()).toEqual([])
  })
})

test.each([
  ['jan.peeters@exemple.be', 'j•••@e•••.be'],
  ['élise@mail.voorbeeld.be', 'é•••@m•••.be'],
  ['a@b', 'a•••@b•••'],
  ['𝒿an@x.co.uk', '𝒿•••@x•••.uk'],
  ['no address', 'n•••'],
  ['@exemple.be', '•••@e•••.be'],
])('of the e-mail %s %s is shown', (email, masked) => {
  expect(maskEmail(email)).toBe(masked)
})
