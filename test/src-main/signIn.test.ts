import { createServer, type Server } from 'node:net'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeJwt, generateKeyPair, SignJWT } from 'jose'
import { afterEach, describe, expect, test } from 'vitest'
import { hashPassword } from '../../src-central/operators/signIn.ts'
import { verifyGrant } from '../../src-main/operators/grants.ts'
import { aCandidate, password, startCentral, stopCentrals } from '../helpers/central.ts'
import { aDesk, closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'

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

  test('many sign-ins at once are judged one by one: the count of wrong passwords cannot be talked down', async () => {
    const central = await startCentral()
    const desk = await openDesk(central)
    await desk.call('operator:lock', {})
    await central.kill()
    const guesses = Array.from({ length: 8 }, (_none, at) => code(desk, 'marie.lambert', `wrong ${at}`))
    const strangers = Array.from({ length: 4 }, () => code(desk, 'nobody.here', 'x'))
    await Promise.all(strangers)
    expect((await Promise.all(guesses)).filter((answer) => answer === 'operator.refused')).toHaveLength(5)
    expect(await code(desk, 'marie.lambert', password)).toBe('operator.locked')
  })

  test('an attempt is counted before the password is tried', async () => {
    const central = await startCentral()
    // A password that takes long to try, so that there is a time before the answer.
    const desk = await openDesk(central, { passwordCost: { memoryCost: 262_144, timeCost: 3 } })
    await desk.call('operator:lock', {})
    await central.kill()
    let answered = false
    const guess = code(desk, 'marie.lambert', 'wrong').then((answer) => {
      answered = true
      return answer
    })
    await until(() => readFileSync(join(desk.folder, 'attempts.json'), 'utf8').includes('"failed": 1'))
    expect(answered).toBe(false)
    expect(await guess).toBe('operator.refused')
  })

  test('a clock that was ahead and is put right does not lock for as long as it was ahead', async () => {
    const central = await startCentral()
    let now = Date.now()
    const desk = await openDesk(central, { now: () => new Date(now) })
    await desk.call('operator:lock', {})
    now += 365 * 24 * HOUR
    for (let i = 0; i < 5; i += 1) await code(desk, 'marie.lambert', 'wrong')
    now -= 365 * 24 * HOUR
    expect(await code(desk, 'marie.lambert', password)).toBe('operator.locked')
    now += 2 * MINUTE
    expect(await code(desk, 'marie.lambert', password)).toBe('open')
  })

  test('the time without a line also ends for somebody who never locks, and cannot be won back by the clock', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    let now = Date.now()
    const desk = await openDesk(central, { now: () => new Date(now) })
    await central.kill()
    now += 73 * HOUR
    await expect(desk.edit(id, { phone: '1' })).rejects.toThrow('operator.grantExpired')
    await desk.call('operator:lock', {})
    now -= 72 * HOUR
    expect(await code(desk, 'marie.lambert', password)).toBe('operator.grantExpired')
  })

  test('a password with accents opens however the keyboard composes them, with a line and without', async () => {
    const central = await startCentral()
    const accented = 'Élève-été-7'
    const id = await central.addOperator('zoe.thiry', 'administrator')
    await central.central.db
      .updateTable('operator')
      .set({ passwordHash: await hashPassword(accented.normalize('NFC')) })
      .where('id', '=', id)
      .execute()
    const desk = await openDesk(central)
    for (const form of ['NFC', 'NFD'] as const)
      expect(await code(desk, 'zoe.thiry', accented.normalize(form))).toBe('open')
    await central.kill()
    for (const form of ['NFC', 'NFD'] as const)
      expect(await code(desk, 'zoe.thiry', accented.normalize(form))).toBe('open')
  })

  test('a grant that another key signed, or that is for another desk, is none', async () => {
    const central = await startCentral()
    const desk = await openDesk(central)
    const other = await openDesk(central)
    const grantOf = (of: TestDesk) => String(of.desk.opened()?.db.prepare('SELECT jws FROM "grant"').pluck().get())
    const { signingKey, deskId } = desk.desk.opened()?.identity ?? { signingKey: central.central.publicKey, deskId: '' }
    const [head, body] = grantOf(desk).split('.')
    expect((await verifyGrant(grantOf(desk), signingKey, deskId, null)).ok).toBe(true)
    expect((await verifyGrant(grantOf(other), signingKey, deskId, null)).ok).toBe(false)
    const forger = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const forged = await new SignJWT(decodeJwt(grantOf(desk)))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(forger.privateKey)
    expect((await verifyGrant(forged, signingKey, deskId, null)).ok).toBe(false)
    expect((await verifyGrant(`${head}.${body}.`, signingKey, deskId, null)).ok).toBe(false)
  })

  test('what the desk writes is for its owner only', async () => {
    const central = await startCentral()
    const desk = await openDesk(central)
    for (const name of ['keys.json', 'desk.json', 'device.secret', 'attempts.json']) {
      expect((statSync(join(desk.folder, name)).mode & 0o777).toString(8), name).toBe('600')
    }
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

  test('a desk that works is not paired again by whoever stands at the window, only by its manager', async () => {
    const { central, desk, file } = await lockedDesk()
    const attempt = async () => {
      const reply = await desk.ask('desk:pair', { address: central.address, code: await central.pairingCode() })
      return reply.ok ? 'paired' : reply.error.code
    }
    const before = readFileSync(file)
    expect(await attempt()).toBe('pairing.notAllowed')
    expect(await code(desk, 'marie.lambert', password)).toBe('open')
    expect(await attempt()).toBe('pairing.notAllowed')
    await desk.call('operator:lock', {})
    expect(readFileSync(file).length).toBeGreaterThanOrEqual(before.length)
    expect(await code(desk, 'sofie.claes', password)).toBe('open')
    expect(await attempt()).toBe('paired')
  })

  test('a keyring that no longer opens the secret: said, and pairing makes the PC usable again at the first try', async () => {
    const { central, desk } = await lockedDesk()
    writeFileSync(join(desk.folder, 'device.secret'), JSON.stringify({ sealed: true, secret: 'AAAA' }))
    expect(await code(desk, 'marie.lambert', password)).toBe('cache.wrongKey')
    await desk.call('desk:pair', { address: central.address, code: await central.pairingCode() })
    expect(await code(desk, 'marie.lambert', password)).toBe('open')
    expect(readdirSync(desk.folder).filter((name) => name.includes('.aside-')).length).toBeGreaterThanOrEqual(4)
  })

  test.each(['keys.json', 'desk.json', 'device.secret'])(
    '%s torn: said at sign-in, and pairing again helps',
    async (name) => {
      const { central, desk } = await lockedDesk()
      writeFileSync(join(desk.folder, name), '')
      const again = aDesk({ folder: desk.folder })
      expect((await again.call('desk:read', {})).phase).toBe('locked')
      expect(await code(again, 'marie.lambert', password)).toBe('desk.unreadable')
      await again.call('desk:pair', { address: central.address, code: await central.pairingCode() })
      expect(await code(again, 'marie.lambert', password)).toBe('open')
    },
  )

  test('torn preferences cost the language only, a torn count of attempts one minute', async () => {
    let now = Date.now()
    const central = await startCentral()
    const desk = await openDesk(central, { now: () => new Date(now) })
    await desk.call('operator:lock', {})
    writeFileSync(join(desk.folder, 'preferences.json'), '')
    writeFileSync(join(desk.folder, 'attempts.json'), '')
    expect((await desk.call('desk:read', {})).language).toBe('fr')
    expect(await code(desk, 'marie.lambert', password)).toBe('operator.locked')
    now += 61_000
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
