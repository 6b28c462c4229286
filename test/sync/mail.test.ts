import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CandidateValues } from '../../shared/candidate.ts'
import { addDays, inBelgium } from '../../shared/time.ts'
import { feedPage } from '../../src-central/sync/feed.ts'
import { tryTemporaryPassword } from '../../src-central/mail/temporaryPassword.ts'
import { awaitFor, releaseDue } from '../../src-central/jobs/release.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'
import { lettersTo, mailsOf, passwordIn, sendAll } from '../helpers/mail.ts'

let central: TestCentral
let desk: TestDesk
beforeEach(async () => {
  central = await startCentral()
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const DAY = 86_400_000
const somebody: CandidateValues = {
  lastName: 'Vandekerckhove',
  firstName: 'Élise',
  language: 'fr',
  email: 'elise.vdk@exemple.be',
  birthDate: '1988-03-14',
  phone: null,
}
const sent = () => until(async () => (await desk.call('sync:now', {})).waiting === 0)
async function create(values: Partial<CandidateValues> = {}): Promise<string> {
  const id = newId()
  await desk.call('candidate:create', { changeId: newId(), id, values: { ...somebody, ...values }, notThese: [] })
  await sent()
  return id
}
const inDays = (days: number) => addDays(inBelgium(central.central.now()).date, days)
const kinds = async (id: string) => (await mailsOf(central, id)).map(({ kind, status }) => `${kind} ${status}`)
const login = async (id: string) => (await central.record(id)).login ?? ''
/** A session of the centre that the desk knows. */
async function coming(days = 3, values: Parameters<typeof aSession>[1] = {}): Promise<string> {
  const id = await aSession(central, { date: inDays(days), ...values })
  await until(async () => {
    await desk.call('sync:now', {})
    return (await desk.ask('session:read', { id })).ok
  })
  return id
}
const versions = async (id: string) => (await desk.call('session:read', { id })).session.fieldVersions

describe('the first mail', () => {
  beforeEach(async () => {
    desk = await openDesk(central)
  })

  test('rule 2: whoever is created gets his login and a first password, in his language, answers to the centre', async () => {
    const [fr, nl] = [await create(), await create({ ...other, language: 'nl' })]
    await sendAll(central)
    const [french] = await lettersTo(central, fr)
    const [dutch] = await lettersTo(central, nl)
    expect(french).toMatchObject({
      kind: 'codes',
      to: 'elise.vdk@exemple.be',
      subject: 'Vos codes d’accès à MyCertassur',
      replyTo: 'Centre Meuse-Sambre <examens@meuse-sambre.exemple.be>',
    })
    expect(dutch?.subject).toBe('Uw toegangscodes voor MyCertassur')
    for (const part of [french?.text, french?.html]) {
      expect(part).toContain(await login(fr))
      expect(part).toContain(passwordIn(french?.text ?? ''))
    }
    expect(await kinds(fr)).toEqual(['codes sent'])
  })

  test('rule 1: nobody at the centre sees the password, and central has only its hash', async () => {
    const id = await create()
    await sendAll(central)
    const password = passwordIn((await lettersTo(central, id))[0]?.text ?? '')
    expect(password).not.toBe('')
    const { db } = central.central
    const rows = [
      await mailsOf(central, id),
      await db.selectFrom('temporaryPassword').selectAll().execute(),
      await db.selectFrom('change').selectAll().execute(),
      await db.selectFrom('history').selectAll().execute(),
    ]
    expect(JSON.stringify(rows)).not.toContain(password)
    expect(await tryTemporaryPassword(central.central, await login(id), password)).toBe('right')
    expect(await tryTemporaryPassword(central.central, await login(id), 'Abcd-Efgh-Jkmn')).toBe('wrong')
    await desk.call('sync:now', {})
    expect(JSON.stringify(await desk.call('candidate:read', { id }))).not.toContain(password)
  })

  test('rule 3: the first password is good until thirty days after his last session; past that a new mail is offered', async () => {
    const id = await create()
    await desk.register(await coming(10), id)
    await sent()
    await sendAll(central)
    const password = passwordIn((await lettersTo(central, id))[0]?.text ?? '')
    const start = central.central.now().getTime()
    const after = async (days: number) => {
      central.setClock(() => new Date(start + days * DAY))
      return tryTemporaryPassword(central.central, await login(id), password)
    }
    expect([await after(31), await after(39), await after(42)]).toEqual(['right', 'right', 'tooOld'])
  })

  test('rule 9: a held record gets nothing before it is said whose it is; then its codes and its invitation', async () => {
    await aCandidate(central, somebody, { inScope: false })
    const id = await create()
    await desk.register(await coming(), id)
    await sent()
    expect(await kinds(id)).toEqual([])
    const [held] = await desk.call('hold:list', {})
    await desk.call('hold:resolve', {
      changeId: newId(),
      id,
      decision: { decision: 'different', with: null, takeEmail: false, reason: 'jumeaux' },
    })
    await sent()
    expect(held).toBeDefined()
    expect(await kinds(id)).toEqual(['codes waiting', 'invitation waiting'])
  })

  test('of a held record that was somebody known, only the invitation goes, to the one it is', async () => {
    const known = await aCandidate(central, { ...somebody, email: 'elise@voorbeeld.be' }, { inScope: false })
    const id = await create()
    await desk.register(await coming(), id)
    await sent()
    await desk.call('hold:resolve', {
      changeId: newId(),
      id,
      decision: { decision: 'same', with: known, takeEmail: false, reason: null },
    })
    await sent()
    expect((await mailsOf(central, known)).map(({ kind, to }) => [kind, to])).toEqual([
      ['invitation', 'elise@voorbeeld.be'],
    ])
  })

  test('of a held record that sat in the same session for another exam, the exams that came together are told', async () => {
    const known = await aCandidate(central, { ...somebody, lastName: 'Van de Kerckhove' })
    const session = await coming(3, { exams: ['M1', 'M3'] })
    await until(async () => (await desk.ask('candidate:read', { id: known })).ok)
    await desk.register(session, known)
    await sent()
    await sendAll(central)
    const id = await create()
    await desk.register(session, id, { exams: ['M3'] })
    await sent()
    await desk.call('hold:resolve', {
      changeId: newId(),
      id,
      decision: { decision: 'same', with: known, takeEmail: false, reason: null },
    })
    await sent()
    await sendAll(central)
    const letters = await lettersTo(central, known)
    expect(letters.map(({ kind }) => kind)).toEqual(['invitation', 'changed'])
    expect(letters[1]?.text).toContain('Module M1, Module M3')
  })

  test('without an address nothing goes; the first address brings the codes and the invitation', async () => {
    const id = await create({ email: null })
    await desk.register(await coming(), id)
    await sent()
    expect(await kinds(id)).toEqual([])
    await desk.edit(id, { email: 'elise.vdk@exemple.be' })
    await sent()
    expect(await kinds(id)).toEqual(['codes waiting', 'invitation waiting'])
  })
})

const other = { lastName: 'Janssens', firstName: 'Joris', email: 'joris@voorbeeld.be', birthDate: '1991-07-02' }

describe('a registration', () => {
  let id: string
  beforeEach(async () => {
    id = await aCandidate(central)
    desk = await openDesk(central)
  })

  test('rule 2: brings the only invitation: exam, date, hour, place, what to bring, a code and a calendar file', async () => {
    const session = await coming(3, { room: 'Salle B', startTime: '09:00', endTime: '11:00' })
    await desk.register(session, id)
    await sent()
    await sendAll(central)
    const [letter, ...more] = await lettersTo(central, id)
    expect(more).toEqual([])
    for (const part of ['Module M1', 'de 09:00 à 11:00', 'Namur', 'Rue du Test 1', 'Salle B', 'carte d’identité']) {
      expect(letter?.text).toContain(part)
      expect(letter?.html).toContain(part)
    }
    const { checkInToken } = await central.central.db
      .selectFrom('registration')
      .select('checkInToken')
      .executeTakeFirstOrThrow()
    expect(letter?.text.replaceAll('-', '')).toContain(checkInToken)
    expect(letter?.html).toContain('data:image/png;base64,')
    expect(letter?.calendar).toContain(`DTSTART;TZID=Europe/Brussels:${inDays(3).replaceAll('-', '')}T090000`)
    expect(JSON.stringify(letter)).not.toMatch(/attestation.*\.pdf|A-\d{4}-\d{6}/)
  })

  test('rule 11: the invitation repeats the five recommendations and the two reminders', async () => {
    await desk.register(await coming(), id)
    await sent()
    await sendAll(central)
    const [letter] = await lettersTo(central, id)
    const [, advice = ''] = letter?.text.split('Cinq recommandations') ?? []
    expect(advice.split('À retenir')[0]?.match(/^- /gm)).toHaveLength(5)
    expect(advice.split('À retenir')[1]?.match(/^- /gm)).toHaveLength(2)
  })

  test('for a session that has begun brings no invitation', async () => {
    const session = await coming(0, { startTime: '00:00', endTime: '23:59' })
    await desk.register(session, id)
    await sent()
    expect(await kinds(id)).toEqual([])
  })

  test('another hour or place of the session is told to whoever was told of it, once, with what it was', async () => {
    const session = await coming(3)
    await desk.register(session, id)
    await sent()
    await sendAll(central)
    const edit = async (patch: object) => {
      await desk.call('session:edit', { changeId: newId(), id: session, patch, base: await versions(session) })
      await sent()
    }
    await edit({ note: 'clé chez le concierge' })
    expect(await kinds(id)).toEqual(['invitation sent'])
    await edit({ startTime: '10:00', endTime: '12:00' })
    // Not gone yet: it will say what holds when it leaves.
    await edit({ room: 'Salle C' })
    expect(await kinds(id)).toEqual(['invitation sent', 'changed waiting'])
    await sendAll(central)
    const letters = await lettersTo(central, id)
    expect(letters[1]?.text).toContain('de 10:00 à 12:00')
    expect(letters[1]?.text).toContain('Salle C')
    expect(letters[1]?.text).toMatch(/Avant.*de 09:00 à 11:00/)
    const sequence = (text = '') => /UID:\S+|SEQUENCE:\d+/g[Symbol.match](text.replaceAll('\r\n ', ''))
    const [first, second] = letters.map(({ calendar }) => sequence(calendar ?? ''))
    expect(second?.[0]).toBe(first?.[0])
    expect([first?.[1], second?.[1]]).toEqual(['SEQUENCE:0', 'SEQUENCE:1'])
  })

  test('moved and cancelled are told; a session that is off is told to everybody in it', async () => {
    const [from, to] = [await coming(3), await coming(5)]
    const registration = await desk.register(from, id)
    await sent()
    await sendAll(central)
    const moves = [{ changeId: newId(), id: registration }]
    await desk.call('registration:move', { moves, sessionId: to, overrideReason: null })
    await sent()
    await sendAll(central)
    await desk.call('session:cancel', { changeId: newId(), id: to, reason: 'panne de courant' })
    await sent()
    await sendAll(central)
    const letters = await lettersTo(central, id)
    expect(letters.map(({ kind }) => kind)).toEqual(['invitation', 'moved', 'cancelled'])
    expect(letters[2]?.calendar).toMatch(/METHOD:CANCEL[^]*SEQUENCE:2[^]*STATUS:CANCELLED/)
    expect(letters[2]?.text).toContain('est annulée')
    // Why is the centre's own affair.
    expect(letters[2]?.text).not.toContain('panne')
  })

  test('other exams are told; another PC is not', async () => {
    const registration = await desk.register(await coming(3, { exams: ['M1', 'M3'] }), id)
    await sent()
    await sendAll(central)
    await desk.call('registration:edit', { changeId: newId(), id: registration, patch: { pc: 4 } })
    await sent()
    expect(await kinds(id)).toEqual(['invitation sent'])
    await desk.call('registration:edit', { changeId: newId(), id: registration, patch: { exams: ['M1', 'M3'] } })
    await sent()
    await sendAll(central)
    expect((await lettersTo(central, id))[1]?.text).toContain('Module M1, Module M3')
  })

  test('of somebody who speaks German is written in the language of his exam', async () => {
    const german = await aCandidate(central, { ...other, language: 'de' })
    const session = await coming()
    await until(async () => (await desk.ask('candidate:read', { id: german })).ok)
    await desk.register(session, german, { language: 'nl' })
    await sent()
    await sendAll(central)
    expect((await lettersTo(central, german))[0]?.subject).toMatch(/^Uitnodiging voor het examen van /)
  })

  test('rule 6: no mail carries an attestation, nor is one sent when it is released', async () => {
    const session = await coming(0, { startTime: '00:00', endTime: '00:01' })
    const registrationId = await aRegistration(central, session, id)
    const { db } = central.central
    const at = central.central.now().toISOString()
    const result = { registrationId, sessionId: session, candidateId: id, exam: 'M1', outcome: 'passed' as const, at }
    await db
      .insertInto('result')
      .values({ id: newId(), centreId: central.centreId, ...result })
      .execute()
    const now = central.central.now().getTime()
    central.setClock(() => new Date(now + 2 * DAY))
    await awaitFor(central.central)
    expect(await releaseDue(central.central)).toBe(1)
    expect(await kinds(id)).toEqual([])
  })

  test('cancelled before its invitation left: neither goes', async () => {
    const registration = await desk.register(await coming(), id)
    await sent()
    await desk.call('registration:cancel', { changeId: newId(), id: registration, reason: 'erreur' })
    await sent()
    await sendAll(central)
    expect(await kinds(id)).toEqual(['invitation failed'])
    expect(await lettersTo(central, id)).toEqual([])
  })
})

describe('another e-mail', () => {
  beforeEach(async () => {
    desk = await openDesk(central)
  })

  test('rule 4: is told to the new address, and to the old one without the new', async () => {
    const id = await aCandidate(central)
    await desk.call('sync:now', {})
    await desk.edit(id, { email: 'elise.neuve@exemple.be' })
    await sent()
    await sendAll(central)
    const letters = await lettersTo(central, id)
    expect(letters.map(({ kind, to }) => [kind, to])).toEqual([
      ['emailNew', 'elise.neuve@exemple.be'],
      ['emailOld', 'elise.vb@exemple.be'],
    ])
    expect(JSON.stringify(letters[1])).not.toContain('neuve')
  })

  test('what had not left goes to the new address, and so does what had not arrived', async () => {
    const id = await create()
    await desk.register(await coming(), id)
    await sent()
    const { db } = central.central
    await db.updateTable('mail').set({ status: 'failed', fate: 'refused' }).where('kind', '=', 'codes').execute()
    await desk.edit(id, { email: 'elise.neuve@exemple.be' })
    await sent()
    await sendAll(central)
    expect((await lettersTo(central, id)).map(({ kind, to }) => [kind, to])).toEqual([
      ['codes', 'elise.neuve@exemple.be'],
      ['invitation', 'elise.neuve@exemple.be'],
      ['emailNew', 'elise.neuve@exemple.be'],
      ['emailOld', 'elise.vdk@exemple.be'],
    ])
  })
})

test('the centre sees on the record what went where, masked, and what became of it; another centre does not', async () => {
  desk = await openDesk(central)
  const id = await create()
  await desk.register(await coming(), id)
  await sent()
  const seen = async () => {
    await desk.call('sync:now', {})
    const mails = await desk.call('candidate:mails', { id })
    return mails.map(({ kind, shown, status, fate }) => `${kind} ${shown} ${status} ${fate ?? ''}`.trim()).toSorted()
  }
  await until(async () => (await seen()).length === 2)
  expect(await seen()).toEqual(['codes e•••@e•••.be waiting', 'invitation e•••@e•••.be waiting'])
  await sendAll(central)
  await central.central.db
    .updateTable('mail')
    .set({ status: 'failed', fate: 'inDoubt', version: 9 })
    .where('kind', '=', 'invitation')
    .execute()
  await until(async () => !(await seen()).join().includes('waiting'))
  expect(await seen()).toEqual(['codes e•••@e•••.be sent kept', 'invitation e•••@e•••.be failed inDoubt'])
  const elsewhere = await feedPage(central.central, newId(), '', 100)
  expect(elsewhere).not.toContain('"mail"')
  const here = await feedPage(central.central, central.centreId, '', 100)
  expect(here.split('\n').filter((line) => line.includes('"kind":"mail"'))).toHaveLength(2)
  expect(
    here
      .split('\n')
      .filter((line) => line.includes('"kind":"mail"'))
      .join(),
  ).not.toContain('elise.vdk')
})
