import { createServer, type Server } from 'node:net'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { aCandidate, password, startCentral, stopCentrals } from '../helpers/central.ts'
import { aDesk, closeDesks, openDesk, type TestDesk } from '../helpers/desk.ts'

const servers: Server[] = []
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
  for (const server of servers.splice(0)) server.close()
})

const code = async (desk: TestDesk, username: string, typed: string) => {
  const reply = await desk.ask('operator:signIn', { username, password: typed })
  return reply.ok ? 'open' : reply.error.code
}
const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('pairing', () => {
  test('a code pairs one desk, once', async () => {
    const central = await startCentral()
    const typed = await central.pairingCode()
    const desk = aDesk()
    const state = await desk.call('desk:pair', {
      address: central.address,
      code: `${typed.slice(0, 5)}-${typed.slice(5).toLowerCase()}`,
    })
    expect(state).toMatchObject({ phase: 'locked', desk: { name: 'NAM-01', centre: 'Centre Meuse-Sambre' } })
    expect(await aDesk().ask('desk:pair', { address: central.address, code: typed })).toMatchObject({
      error: { code: 'pairing.codeRefused' },
    })
  })

  test('a code older than fifteen minutes is refused', async () => {
    const central = await startCentral()
    const typed = await central.pairingCode()
    central.setClock(() => new Date(Date.now() + 16 * MINUTE))
    expect(await aDesk().ask('desk:pair', { address: central.address, code: typed })).toMatchObject({
      error: { code: 'pairing.codeRefused' },
    })
  })

  test.each(['http://central.exemple.be', 'ftp://127.0.0.1', '', 'https://user:secret@exemple.be', 'not an address'])(
    'the address "%s" is refused before anything is sent',
    async (address) => {
      expect(await aDesk().ask('desk:pair', { address, code: 'X' })).toMatchObject({
        error: { code: 'central.addressInvalid' },
      })
    },
  )

  test('a central that cannot be reached, is silent, or is not one: each is said', async () => {
    const pairAt = async (port: number) => {
      const reply = await aDesk().ask('desk:pair', { address: `http://127.0.0.1:${port}`, code: 'X' })
      return reply.ok ? 'paired' : reply.error.code
    }
    const serve = (answer: (write: (text: string) => void) => void) =>
      new Promise<number>((resolve) => {
        const server = createServer((socket) => {
          socket.on('error', () => {})
          socket.on('data', () => answer((text) => socket.end(text)))
        })
        servers.push(server)
        server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
      })
    expect(await pairAt(await serve(() => {}))).toBe('central.silent')
    expect(
      await pairAt(await serve((write) => write('HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n<html>hi</html>'))),
    ).toBe('central.notCertassur')
    expect(
      await pairAt(
        await serve((write) =>
          write('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n'),
        ),
      ),
    ).toBe('central.notCertassur')
    expect(await pairAt(1)).toBe('central.unreachable')
  })
})

describe('signing in', () => {
  test('a wrong password, with a line and without, opens nothing and says the same', async () => {
    const central = await startCentral()
    const desk = await openDesk(central)
    await desk.call('operator:lock', {})
    expect(await code(desk, 'marie.lambert', 'wrong')).toBe('operator.refused')
    expect(await code(desk, 'nobody.here', 'wrong')).toBe('operator.refused')
    await central.kill()
    expect(await code(desk, 'marie.lambert', 'wrong')).toBe('operator.refused')
    expect(await desk.ask('candidate:search', { text: '', offset: 0, limit: 1 })).toMatchObject({
      error: { code: 'call.forbidden' },
    })
    expect(await code(desk, 'MARIE.Lambert ', password)).toBe('open')
  })

  test('central down at the very first sign-in: that needs a line, and nothing is lost', async () => {
    const central = await startCentral()
    const desk = aDesk()
    await desk.call('desk:pair', { address: central.address, code: await central.pairingCode() })
    await central.kill()
    for (let i = 0; i < 7; i += 1) expect(await code(desk, 'marie.lambert', password)).toBe('operator.notKnownHere')
    await central.restart()
    expect(await code(desk, 'marie.lambert', password)).toBe('open')
  })

  test('after five wrong passwords each further try waits 1, 2, 4 … minutes, also after a restart', async () => {
    const central = await startCentral()
    let now = Date.now()
    const desk = await openDesk(central, { now: () => new Date(now) })
    await desk.call('operator:lock', {})
    await central.kill()
    const minutes: unknown[] = []
    for (let i = 0; i < 5; i += 1) expect(await code(desk, 'marie.lambert', `wrong ${i}`)).toBe('operator.refused')
    for (const wait of [1, 2, 4]) {
      const again = aDesk({ folder: desk.folder, now: () => new Date(now) })
      const locked = await again.ask('operator:signIn', { username: 'marie.lambert', password })
      minutes.push(locked.ok ? 0 : locked.error.params?.['minutes'])
      now += wait * MINUTE
      expect(await code(again, 'marie.lambert', 'still wrong')).toBe('operator.refused')
    }
    expect(minutes).toEqual([1, 2, 4])
    now += HOUR
    expect(await code(desk, 'marie.lambert', password)).toBe('open')
  })

  test('a colleague who never used this PC gets in with a line, and then without one', async () => {
    const central = await startCentral()
    await aCandidate(central)
    const desk = await openDesk(central)
    await desk.call('operator:lock', {})
    expect(await code(desk, 'sofie.claes', password)).toBe('open')
    await central.kill()
    await desk.call('operator:lock', {})
    expect(await code(desk, 'sofie.claes', password)).toBe('open')
    expect((await desk.call('candidate:search', { text: 'broeck', offset: 0, limit: 10 })).total).toBe(1)
  })

  test('without a line the grant ends after three days, and a clock set back does not lengthen it', async () => {
    const central = await startCentral()
    let now = Date.now()
    const desk = await openDesk(central, { now: () => new Date(now) })
    await central.kill()
    const at = async (later: number) => {
      await desk.call('operator:lock', {})
      now += later
      return code(desk, 'marie.lambert', password)
    }
    expect(await at(71 * HOUR)).toBe('open')
    expect(await at(2 * HOUR)).toBe('operator.grantExpired')
    expect(await at(-48 * HOUR)).toBe('operator.grantExpired')
    await central.restart()
    expect(await at(0)).toBe('open')
  })

  test('nothing readable about people or secrets stands in the files of a desk', async () => {
    const central = await startCentral()
    await aCandidate(central)
    const desk = await openDesk(central)
    await desk.call('operator:lock', {})
    for (const name of readdirSync(desk.folder)) {
      const bytes = readFileSync(join(desk.folder, name))
      for (const word of ['marie', 'Lambert', 'Broeck', 'exemple.be', password])
        expect(bytes.includes(word), `${word} in ${name}`).toBe(false)
    }
  })
})

describe('a cache that is not what it was', () => {
  async function lockedDesk() {
    const central = await startCentral()
    await aCandidate(central)
    const desk = await openDesk(central)
    await desk.call('operator:lock', {})
    return { central, desk, file: join(desk.folder, 'cache.db') }
  }

  test('gone, replaced or of another desk: said at sign-in, and pairing again puts it aside instead of overwriting it', async () => {
    const { central, desk, file } = await lockedDesk()
    copyFileSync(file, `${file}.kept`)
    writeFileSync(file, 'not a database')
    expect(await code(desk, 'marie.lambert', password)).toBe('cache.notADatabase')
    rmSync(file)
    expect(await code(desk, 'marie.lambert', password)).toBe('cache.missing')
    copyFileSync(`${file}.kept`, file)

    await desk.call('desk:pair', { address: central.address, code: await central.pairingCode() })
    const aside = readdirSync(desk.folder).filter((name) => name.startsWith('cache.db.aside-'))
    expect(aside).toHaveLength(1)
    expect(readFileSync(join(desk.folder, aside[0] ?? '')).equals(readFileSync(`${file}.kept`))).toBe(true)
    expect(await code(desk, 'marie.lambert', password)).toBe('open')
  })

  test('the secret of the PC exchanged: the key does not open, and no new database is made over the old one', async () => {
    const { central, desk, file } = await lockedDesk()
    const before = readFileSync(file)
    rmSync(join(desk.folder, 'device.secret'))
    expect(await code(desk, 'marie.lambert', password)).toBe('cache.wrongKey')
    await central.kill()
    expect(await code(desk, 'marie.lambert', password)).toBe('operator.refused')
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(file)).toBe(true)
  })
})
