import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, inBelgium } from '../../shared/time.ts'
import { noteBounce } from '../../src-central/mail/bounce.ts'
import { type Mailer, takeUpLeftBehind } from '../../src-central/mail/deliver.ts'
import { invite } from '../../src-central/mail/occasions/session.ts'
import { emailChanged, welcome } from '../../src-central/mail/occasions/person.ts'
import type { Cause } from '../../src-central/mail/queue.ts'
import { tryTemporaryPassword } from '../../src-central/mail/temporaryPassword.ts'
import { sendDue } from '../../src-central/mail/worker.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { mailsOf, passwordIn, sendAll } from '../helpers/mail.ts'
import { aHole, aSink, nobody, type Sink, stopSinks } from '../helpers/mailSink.ts'

let central: TestCentral
let sink: Sink
let id: string
beforeEach(async () => {
  central = await startCentral()
  sink = await aSink()
  id = await aCandidate(central)
})
afterEach(async () => {
  await stopSinks()
  await stopCentrals()
})

const act = (work: (cause: Cause) => Promise<void>) =>
  central.central.db
    .transaction()
    .execute((db) =>
      work({ db, central: central.central, centreId: central.centreId, at: central.central.now().toISOString() }),
    )
const codes = (candidateId = id) => act((cause) => welcome(cause, candidateId))
async function invited(values: Parameters<typeof aSession>[1] = {}): Promise<string> {
  const date = addDays(inBelgium(central.central.now()).date, 3)
  const registration = await aRegistration(central, await aSession(central, { date, ...values }), id)
  await act((cause) => invite(cause, [registration]))
  return registration
}
const fate = async () =>
  (await mailsOf(central, id)).map(({ status, fate, serverCode, attempts }) => [status, fate, serverCode, attempts])
const loginOf = async (candidateId = id) => (await central.record(candidateId)).login ?? ''
const works = async (text = '') => tryTemporaryPassword(central.central, await loginOf(), passwordIn(text))
const later = (hours: number) => {
  const now = central.central.now().getTime()
  central.setClock(() => new Date(now + hours * 3_600_000))
}

describe('a mail server', () => {
  test('gets one whole message a person: text and HTML alike, answers to the centre, never a copy to anybody', async () => {
    await codes()
    const nl = await aCandidate(central, { lastName: 'Janssens', language: 'nl' })
    await codes(nl)
    await sendAll(central, sink.mailer)
    expect(sink.messages.map(({ to }) => to)).toEqual([['elise.vb@exemple.be'], ['elise.vb@exemple.be']])
    const [french, dutch] = await sink.mails()
    const [row] = await mailsOf(central, id)
    expect(french).toMatchObject({
      messageId: `<${row?.id ?? ''}@certassur.example>`,
      subject: 'Vos codes d’accès à MyCertassur',
      from: { address: 'certassur@certassur.example', name: 'Certassur' },
      replyTo: [{ address: 'examens@meuse-sambre.exemple.be', name: 'Centre Meuse-Sambre' }],
      to: [{ address: 'elise.vb@exemple.be' }],
    })
    expect([french?.cc, french?.bcc].flat().filter(Boolean)).toEqual([])
    expect(french?.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }))
    expect(dutch?.subject).toBe('Uw toegangscodes voor MyCertassur')
    // The address is shared: each has his own login and his own password.
    expect(french?.text).toContain(await loginOf())
    expect(dutch?.text).toContain(await loginOf(nl))
    expect(dutch?.text).not.toContain(await loginOf())
    const words = (markup = '') => markup.replace(/<head>.*<\/head>/s, '').replaceAll(/<[^>]+>|&#39;/g, ' ')
    const letters = (text = '') => text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
    expect(letters(words(french?.html))).toBe(letters(french?.text))
    expect(await works(french?.text)).toBe('right')
  })

  test('gets the invitation with its code as a picture within and the calendar file beside it', async () => {
    await invited()
    await sendAll(central, sink.mailer)
    const [mail] = await sink.mails()
    const raw = sink.messages[0]?.raw ?? ''
    expect(mail?.attachments.map(({ mimeType, contentId, filename }) => [mimeType, contentId, filename])).toEqual([
      ['image/png', '<check-in>', 'code.png'],
      ['text/calendar', undefined, 'examen.ics'],
    ])
    expect(mail?.html).toContain('src="cid:check-in"')
    expect(mail?.html).not.toMatch(/https?:/)
    expect(raw).toMatch(/text\/calendar;\s*charset=utf-8;\s*method=PUBLISH/)
    expect(raw).not.toMatch(/application\/pdf/)
  })

  test('gets a name with markup, a formula, lines and 300 characters as plain words', async () => {
    const lastName = `<b>x</b>\r\nBcc: spy@exemple.be\r\n\r\n=HYPERLINK("http://x")\u202e${'É'.repeat(300)}`
    const odd = await aCandidate(central, { lastName, firstName: '\u0007"Élise"' })
    await codes(odd)
    await invited({ room: 'Salle\r\nBEGIN:VEVENT' })
    await sendAll(central, sink.mailer)
    expect(sink.messages.map(({ to }) => to)).toEqual([['elise.vb@exemple.be'], ['elise.vb@exemple.be']])
    const [mail] = await sink.mails()
    expect(mail?.bcc ?? []).toEqual([])
    expect(mail?.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(mail?.html).toContain('&lt;b&gt;x&lt;/b&gt; Bcc: spy@exemple.be')
    expect(mail?.html).not.toContain('<b>x')
    expect(mail?.text).toContain('É'.repeat(300))
    expect(`${mail?.text ?? ''}${mail?.html ?? ''}`).not.toMatch(/[^\P{Cc}\r\n]|\u202e/u)
  })

  test.each([
    ['refuses the address', 'unknown', ['failed', 'refused', '550 5.1.1', 1]],
    ['refuses the message', 'refuses', ['failed', 'refused', '554 5.7.1', 1]],
    ['takes all of it and says nothing', 'mute', ['failed', 'inDoubt', null, 1]],
    ['breaks off when it has all of it', 'gone', ['failed', 'inDoubt', null, 1]],
  ] as const)('that %s gets it no second time', async (_what, mood, ended) => {
    sink.be(mood)
    await codes()
    await sendAll(central, sink.mailer)
    expect(await fate()).toEqual([ended])
    sink.be('takes')
    later(100)
    const before = sink.messages.length
    await sendAll(central, sink.mailer)
    expect(sink.messages).toHaveLength(before)
    // What may have arrived opens the account; what surely did not opens nothing.
    const kept = await central.central.db.selectFrom('temporaryPassword').selectAll().execute()
    expect(kept).toHaveLength(mood === 'mute' || mood === 'gone' ? 1 : 0)
    for (const { text } of await sink.mails()) expect(await works(text)).toBe('right')
  })

  test('that is busy gets it again later, with the same id and another password', async () => {
    sink.be('busy')
    await codes()
    expect(await sendDue(central.central, { ...sink.mailer, random: () => 1 })).toBe(1)
    expect(await fate()).toEqual([['waiting', null, '451 4.7.1', 1]])
    expect(await central.central.db.selectFrom('temporaryPassword').selectAll().execute()).toEqual([])
    sink.be('takes')
    expect(await sendDue(central.central, sink.mailer)).toBe(0)
    later(0.02)
    expect(await sendDue(central.central, sink.mailer)).toBe(1)
    expect(await fate()).toEqual([['sent', null, null, 2]])
    expect(await works((await sink.mails())[0]?.text)).toBe('right')
  })

  test('that is busy for one is asked for the others in the same turn', async () => {
    sink.be('busy')
    await codes()
    await codes(await aCandidate(central, { lastName: 'Janssens' }))
    expect(await sendDue(central.central, { ...sink.mailer, random: () => 1 })).toBe(2)
  })

  test('gets nothing of a mail that another central has taken up meanwhile', async () => {
    await codes()
    const slow: Mailer = {
      ...sink.mailer,
      transport: {
        send: async (envelope, message, handingOver) => {
          later(1)
          await takeUpLeftBehind(central.central)
          const sent = await sink.mailer.transport?.send(envelope, message, handingOver)
          return sent ?? { kind: 'later', serverCode: null }
        },
      },
    }
    await sendDue(central.central, slow)
    expect(sink.messages).toEqual([])
    await sendAll(central, sink.mailer)
    expect(sink.messages).toHaveLength(1)
    expect(await works((await sink.mails())[0]?.text)).toBe('right')
  })

  test.each([
    ['does not listen', async () => nobody()],
    ['never says a word', aHole],
  ])('that %s leaves everything waiting, and is asked for one mail a turn', async (_what, mailer) => {
    await codes()
    await codes(await aCandidate(central, { lastName: 'Janssens' }))
    expect(await sendDue(central.central, await mailer())).toBe(1)
    const rows = await central.central.db.selectFrom('mail').select(['status', 'attempts', 'fate']).execute()
    expect(rows.map(({ status, fate }) => [status, fate])).toEqual([
      ['waiting', null],
      ['waiting', null],
    ])
    await sendAll(central, sink.mailer)
    expect(sink.messages).toHaveLength(2)
  })

  test('that takes none for three days: given up, and said so', async () => {
    await codes()
    const mailer = { ...nobody(), random: () => 1 }
    const start = central.central.now().getTime()
    let turns = 0
    while ((await fate())[0]?.[0] === 'waiting') {
      await sendDue(central.central, mailer)
      later(4)
      turns += 1
    }
    expect(await fate()).toEqual([['failed', 'unreachable', null, 24]])
    expect(turns).toBe(24)
    expect(central.central.now().getTime() - start).toBeLessThan(5 * 86_400_000)
  })

  test('of two centrals on one database each hands over other mails', async () => {
    for (let n = 0; n < 6; n += 1)
      await codes(await aCandidate(central, { lastName: `Janssens ${'abcdef'.charAt(n)}` }))
    await Promise.all([sendAll(central, sink.mailer), sendAll(central, sink.mailer)])
    expect(sink.messages).toHaveLength(6)
    expect(new Set((await sink.mails()).map(({ messageId }) => messageId)).size).toBe(6)
  })
})

describe('a mail that comes back', () => {
  const report = (messageId = '', action = 'failed') =>
    [
      'From: MAILER-DAEMON@exemple.be',
      'Message-ID: <20261122.1@exemple.be>',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
      '',
      '--x',
      'Content-Type: message/delivery-status',
      '',
      'Final-Recipient: rfc822; elise.vb@exemple.be',
      `Action: ${action}`,
      'Status: 5.1.1',
      '--x',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      '--x--',
    ].join('\r\n')

  test('is shown as returned, its password opens nothing, and another address gets it anew', async () => {
    await codes()
    await sendAll(central, sink.mailer)
    const [first] = await sink.mails()
    expect(await noteBounce(central.central, report(first?.messageId, 'delayed'))).toBe('other')
    expect(await noteBounce(central.central, report(first?.messageId))).toBe('noted')
    expect(await noteBounce(central.central, first?.messageId ?? '')).toBe('known')
    expect(await fate()).toEqual([['bounced', 'returned', '5.1.1', 1]])
    expect(await works(first?.text)).toBe('wrong')
    await central.central.db.updateTable('candidate').set({ email: 'elise.neuve@exemple.be' }).execute()
    await act((cause) =>
      emailChanged(cause, { candidateId: id, from: 'elise.vb@exemple.be', to: 'elise.neuve@exemple.be', act: 'x' }),
    )
    await sendAll(central, sink.mailer)
    const again = (await sink.mails()).find(
      ({ text, to }) => to?.[0]?.address === 'elise.neuve@exemple.be' && passwordIn(text ?? '') !== '',
    )
    expect(await works(again?.text)).toBe('right')
  })

  test('of somebody else changes nothing', async () => {
    await codes()
    await sendAll(central, sink.mailer)
    for (const text of ['', 'x'.repeat(100), report('<01a20000-0000-7000-8000-000000000001@certassur.example>')]) {
      expect(await noteBounce(central.central, text)).toBe('other')
    }
    expect(await fate()).toEqual([['sent', null, null, 1]])
  })
})

describe('a central that ended in the middle', () => {
  const left = async (handed: boolean) => {
    await codes()
    const at = central.central.now().toISOString()
    await central.central.db
      .updateTable('mail')
      .set({ status: 'sending', attempts: 1, startedAt: at, handedAt: handed ? at : null })
      .execute()
    await sendAll(central, sink.mailer)
    expect(sink.messages).toEqual([])
    later(1)
    await takeUpLeftBehind(central.central)
  }

  test('before the message began to leave: it is sent', async () => {
    await left(false)
    await sendAll(central, sink.mailer)
    expect(sink.messages).toHaveLength(1)
    expect(await fate()).toEqual([['sent', null, null, 2]])
  })

  test('while the message was leaving: it is not sent twice, and the centre is told that it is in doubt', async () => {
    await left(true)
    await sendAll(central, sink.mailer)
    expect(sink.messages).toEqual([])
    expect(await fate()).toEqual([['failed', 'inDoubt', null, 1]])
  })
})

test('a central whose mail server cannot be read says so in one sentence, and never what it was given', () => {
  for (const smtp of ['https://somebody:S3cret@mail.exemple.be', 'smtp://somebody:S3cret%@mail.exemple.be', 'S3cret']) {
    const options = ['--data', 'never-made', '--smtp', smtp, '--mail-from', 'certassur@exemple.be']
    const { status, stderr } = spawnSync(process.execPath, ['src-central/main.ts', ...options], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^central does not start: the mail server is no /),
    ])
    expect(stderr).not.toContain('S3cret')
  }
})
