import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { openHttp } from '../../src-main/sync/http.ts'
import { backOff, consequence } from '../../src-main/sync/verdict.ts'
import { push } from '../../shared/api.ts'
import { errorCodes, fail } from '../../shared/result.ts'
import { aCandidate, newId, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, pushOnly, until } from '../helpers/desk.ts'

const servers: Server[] = []
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
  for (const server of servers.splice(0)) server.close()
})

/** Somebody else at central's address: every request gets these bytes, or silence. */
async function somebodyElseAt({ address }: TestCentral, reply: string | null): Promise<void> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', () => reply !== null && socket.end(reply))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(Number(new URL(address).port), '127.0.0.1', resolve))
}
const http = (status: string, body: string, more = '') =>
  `HTTP/1.1 ${status}\r\n${more}content-type: text/html\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

describe('whatever comes back, what waits is kept', () => {
  test.each([
    ['a captive portal', http('200 OK', '<html>Bienvenue sur le wifi</html>'), 'offline', 'central.notCertassur'],
    [
      'a redirect elsewhere',
      http('302 Found', '', 'location: http://127.0.0.1:1/\r\n'),
      'offline',
      'central.notCertassur',
    ],
    ['an answer cut short', 'HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n{"receivedAt"', 'offline', null],
    ['an error of central', http('503 Service Unavailable', ''), 'online', 'central.failed'],
    ['too many requests', http('429 Too Many Requests', '', 'retry-after: 1\r\n'), 'online', 'central.busy'],
    ['silence', null, 'offline', null],
  ])('%s', async (_what, reply, line, problem) => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const desk = await openDesk(central)
    await central.kill()
    await somebodyElseAt(central, reply)
    await desk.edit(id, { firstName: 'Elise' })
    expect(await desk.call('sync:now', {})).toMatchObject({ waiting: 1, refused: 0, line, problem })
    expect((await desk.call('candidate:read', { id })).candidate.firstName).toBe('Elise')

    for (const server of servers.splice(0)) server.close()
    await central.restart()
    await until(async () => (await desk.call('sync:now', {})).waiting === 0)
    expect(await central.record(id)).toMatchObject({ firstName: 'Elise', version: 1 })
  })

  test('a revoked desk pauses with its reason, and keeps everything', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const desk = await openDesk(central)
    await central.central.db.updateTable('desk').set({ revokedAt: new Date().toISOString() }).execute()
    await desk.edit(id, { firstName: 'Elise' })
    expect(await desk.call('sync:now', {})).toMatchObject({ waiting: 1, line: 'online', problem: 'desk.refused' })
  })

  test('central restored from a copy: nothing of the other epoch is mixed in', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const desk = await openDesk(central)
    Object.assign(central.central, { epoch: 'another' })
    await central.central.db.updateTable('candidate').set({ phone: '1' }).execute()
    expect(await desk.call('sync:now', {})).toMatchObject({ problem: 'central.refused' })
    expect((await desk.call('candidate:read', { id })).candidate.phone).toBeNull()
  })
})

describe('answers that go astray', () => {
  test('applied at central, answer lost: sent again, applied once', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const desk = await openDesk(central)
    await central.kill()
    await desk.edit(id, { firstName: 'Elise' })
    await central.restart()
    const lost = await pushOnly(central, desk, (real) => ({
      ...real,
      post: async (endpoint, body, token) => {
        await real.post(endpoint, body, token)
        return fail('central.unreachable', 'the line dropped')
      },
    }))
    expect(lost.ok).toBe(false)
    expect((await desk.call('candidate:read', { id })).status).toBe('waiting')
    expect((await central.record(id)).version).toBe(1)
    expect(await pushOnly(central, desk)).toEqual({ ok: true, value: 1 })
    expect((await desk.call('candidate:read', { id })).status).toBe('registered')
    expect((await central.record(id)).version).toBe(1)
  })

  test('an answer that is missing leaves its change waiting; invented and repeated ones are nothing', async () => {
    const central = await startCentral()
    const [one, two] = [await aCandidate(central), await aCandidate(central)]
    const desk = await openDesk(central)
    await central.kill()
    await desk.edit(one, { firstName: 'Elise' })
    await desk.edit(two, { firstName: 'Lise' })
    await central.restart()
    let first = true
    const done = await pushOnly(central, desk, (real) => ({
      ...real,
      post: async (endpoint, body, token) => {
        const reply = await real.post(endpoint, body, token)
        if (!reply.ok || !first) return reply
        first = false
        const { answers, ...rest } = reply.value as { answers: { id: string }[] }
        const [kept] = answers
        return { ok: true, value: { ...rest, answers: [{ ...kept, id: newId() }, kept, kept] } as never }
      },
    }))
    expect(done).toEqual({ ok: true, value: 2 })
    expect(await central.record(one)).toMatchObject({ version: 1 })
    expect(await central.record(two)).toMatchObject({ version: 1 })
    expect((await desk.call('candidate:read', { id: two })).status).toBe('registered')
  })
})

test('central fails every push and serves the pull: what is new arrives, and what waits is kept', async () => {
  const central = await startCentral()
  const id = await aCandidate(central)
  const desk = await openDesk(central)
  const other = await aCandidate(central, { lastName: 'Peeters' })
  await sql`alter table change rename to "changeAway"`.execute(central.central.db)
  try {
    await desk.edit(id, { firstName: 'Elise' })
    expect(await desk.call('sync:now', {})).toMatchObject({ waiting: 1, line: 'online', problem: 'central.failed' })
    expect((await desk.call('candidate:read', { id: other })).candidate.lastName).toBe('Peeters')
  } finally {
    await sql`alter table "changeAway" rename to change`.execute(central.central.db)
  }
  expect(await desk.call('sync:now', {})).toMatchObject({ waiting: 0, problem: null })
})

describe('the limits of a request', () => {
  const dribble = async (chunk: string, every: number) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
      const timer = setInterval(() => socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`), every)
      socket.on('close', () => clearInterval(timer))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as { port: number }).port}`
  }

  test('an answer that never ends is given up after the total time', async () => {
    const slow = openHttp(await dribble('x', 20), { idle: 10_000, total: 300 })
    expect(await slow.post(push, { sentAt: new Date().toISOString(), changes: [] })).toMatchObject({
      error: { code: 'central.silent' },
    })
  })

  test('an answer that is far too long is given up at the cap', async () => {
    const big = openHttp(await dribble('x'.repeat(4_000_000), 1), { idle: 10_000, total: 20_000 })
    expect(await big.post(push, { sentAt: new Date().toISOString(), changes: [] })).toMatchObject({
      error: { code: 'central.notCertassur' },
    })
  })
})

test('locking does not wait for a central that is silent', async () => {
  const central = await startCentral()
  const desk = await openDesk(central, { timeouts: { idle: 600_000, total: 600_000 } })
  await central.kill()
  await somebodyElseAt(central, null)
  const asked = once(servers[0] ?? createServer(), 'connection')
  const exchange = desk.ask('sync:now', {})
  await asked
  expect((await desk.call('operator:lock', {})).phase).toBe('locked')
  await exchange
})

test('every error has one consequence, and the pauses grow to five minutes and no further', () => {
  const retried = errorCodes.filter((code) => consequence({ code, message: '' }).kind === 'retry')
  expect(retried).toEqual([
    'call.failed',
    'central.unreachable',
    'central.silent',
    'central.notCertassur',
    'central.busy',
    'central.failed',
  ])
  expect([0, 1, 2, 8, 9, 100].map((failures) => backOff(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
  ])
  expect(backOff(3, 0)).toBe(0)
})
