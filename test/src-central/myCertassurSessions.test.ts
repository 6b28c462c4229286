import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inBelgium, addDays } from '../../shared/time.ts'
import { aBrowser } from '../helpers/browser.ts'
import {
  aCandidate,
  anotherCentre,
  aRegistration,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { closeDesks, openDesk } from '../helpers/desk.ts'
import { lettersTo, sendAll } from '../helpers/mail.ts'
import { aCandidateWithCodes, inHisSpace } from '../helpers/myCertassur.ts'
import { scanPicture } from '../helpers/pixels.ts'

let central: TestCentral
beforeEach(async () => {
  central = await startCentral()
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const database = () => central.central.db
const inDays = (days: number) => addDays(inBelgium(central.central.now()).date, days)
const longDay = (day: string, language: 'fr' | 'nl') =>
  new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day))

/** A coming session for which a desk registered somebody, so that he was mailed. */
async function invited(candidateId: string) {
  const date = inDays(9)
  const sessionId = await aSession(central, { date, room: 'Local 2' })
  const desk = await openDesk(central)
  await desk.register(sessionId, candidateId)
  await desk.call('sync:now', {})
  await sendAll(central)
  const row = await database().selectFrom('registration').selectAll().executeTakeFirstOrThrow()
  return { date, sessionId, id: row.id, token: row.checkInToken ?? '' }
}
const result = (registrationId: string, sessionId: string, candidateId: string, outcome: 'passed' | 'notPassed') =>
  database()
    .insertInto('result')
    .values({
      id: newId(),
      centreId: central.centreId,
      registrationId,
      sessionId,
      candidateId,
      exam: 'M1',
      outcome,
      at: central.central.now().toISOString(),
    })
    .execute()

describe('the sessions of MyCertassur', () => {
  test('rule 2: say exam, date, hour, place and what to bring, with the code and the calendar file of the mail', async () => {
    const person = await aCandidateWithCodes(central)
    const { id, date, token } = await invited(person.id)
    const browser = await inHisSpace(central, person)
    const { text, markup } = await browser.open('/my/sessions')
    for (const said of ['Module M1', 'de 09:00 à 11:00', 'Namur', 'Rue du Test 1', 'Local 2', 'Centre Meuse-Sambre'])
      expect(text).toContain(said)
    expect(text).toContain(longDay(date, 'fr').replace(/ 1 /, ' 1er '))
    expect(text).toContain('votre carte d’identité')
    expect(markup).not.toContain('<script')

    const headers = { cookie: browser.cookie() }
    const picture = await fetch(`${central.address}/my/sessions/${id}/code.png`, { headers })
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(await scanPicture(await picture.blob())).toBe(token)

    const file = await fetch(`${central.address}/my/sessions/${id}/examen.ics`, { headers })
    expect(file.headers.get('content-type')).toContain('text/calendar')
    // What a calendar keeps of the mail's file is replaced by this one and not doubled.
    const mailed = (await lettersTo(central, person.id)).find(({ kind }) => kind === 'invitation')?.calendar ?? ''
    const apartFromStamp = (text: string) => text.replace(/DTSTAMP:.*/, '')
    expect(mailed).toContain(`UID:${id}@`)
    expect(apartFromStamp(await file.text())).toBe(apartFromStamp(mailed))
  })

  test('tell in Dutch what is expected of whoever reads Dutch', async () => {
    const person = await aCandidateWithCodes(central)
    const { date } = await invited(person.id)
    const { text } = await (await inHisSpace(central, person, 'nl')).open('/my/sessions')
    for (const said of ['Mijn sessies', longDay(date, 'nl'), 'van 09:00 tot 11:00', 'Toevoegen aan mijn agenda'])
      expect(text).toContain(said)
  })

  test('are his own, at every centre, and nobody else’s whatever the address', async () => {
    const person = await aCandidateWithCodes(central)
    const other = await aCandidate(central, { lastName: 'Peeters' })
    const { id } = await invited(other)
    const elsewhere = await anotherCentre(central)
    const locationId = newId()
    await database()
      .insertInto('location')
      .values({ id: locationId, centreId: elsewhere.centreId, name: 'Leuven', address: 'Teststraat 1', pcs: 9 })
      .execute()
    const there = await aSession(elsewhere, { date: inDays(3), locationId })
    await aRegistration(elsewhere, there, person.id)
    await aRegistration(central, await aSession(central, { date: inDays(5) }), person.id)
    const browser = await inHisSpace(central, person)
    const { text, markup } = await browser.open('/my/sessions')
    expect(text.indexOf('Leuven')).toBeLessThan(text.indexOf('Namur'))
    expect([text.includes('Centrum Dijleland'), markup.includes(id)]).toEqual([true, false])
    for (const file of ['code.png', 'examen.ics']) {
      expect((await browser.open(`/my/sessions/${id}/${file}`)).status).toBe(404)
      expect((await browser.open(`/my/sessions/x/${file}`)).status).toBe(404)
      expect((await aBrowser(central).open(`/my/sessions/${id}/${file}`)).path).toBe('/my/sign-in')
    }
  })

  test('say when a place or a registration is to be confirmed, and what is off; there is no code then', async () => {
    const person = await aCandidateWithCodes(central)
    const { id, sessionId } = await invited(person.id)
    const browser = await inHisSpace(central, person)
    const page = () => browser.open('/my/sessions')
    const status = async (file: string) => (await browser.open(`/my/sessions/${id}/${file}`)).status
    const files = async () => [await status('code.png'), await status('examen.ics')]
    const set = (values: object) => database().updateTable('registration').set(values).execute()
    await set({ seat: 'toConfirm' })
    expect((await page()).text).toContain('Votre place est encore à confirmer par le centre.')
    expect(await files()).toEqual([200, 200])
    await set({ seat: 'taken', status: 'requested' })
    expect((await page()).text).toContain('Inscription à confirmer')
    expect(await files()).toEqual([404, 404])
    await set({ status: 'cancelled' })
    const cancelled = await page()
    expect(cancelled.text).toContain('Votre inscription à cette session est annulée.')
    expect([cancelled.markup.includes('code.png'), ...(await files())]).toEqual([false, 404, 404])
    // Registered again, he sees that alone.
    await aRegistration(central, sessionId, person.id)
    expect((await page()).text).not.toContain('annulée')
    await database().updateTable('session').set({ status: 'cancelled' }).execute()
    expect((await page()).text).toContain('Cette session est annulée. Ne vous déplacez pas')
    expect((await page()).markup).not.toContain('examen.ics')
  })

  test('that are over say what came of each: passed, not passed, absent, not admitted, cancelled, not known yet', async () => {
    const person = await aCandidateWithCodes(central)
    const past = async (days: number) => {
      const date = inDays(-days)
      const sessionId = await aSession(central, { date })
      return { date, sessionId, id: await aRegistration(central, sessionId, person.id) }
    }
    const passed = await past(1)
    const failed = await past(2)
    const absent = await past(3)
    const refused = await past(4)
    const cancelled = await past(5)
    const open = await past(6)
    const undone = await past(7)
    await result(passed.id, passed.sessionId, person.id, 'passed')
    await result(failed.id, failed.sessionId, person.id, 'notPassed')
    const marked = async ({ id, sessionId }: typeof absent, mark: 'absent' | 'notAdmitted', undoneAt: string | null) =>
      database()
        .insertInto('checkIn')
        .values({
          id: newId(),
          centreId: central.centreId,
          registrationId: id,
          sessionId,
          candidateId: person.id,
          mark,
          at: central.central.now().toISOString(),
          identity: 'notChecked',
          refusal: null,
          remark: null,
          actor: newId(),
          actorName: null,
          deskName: null,
          actedAt: central.central.now().toISOString(),
          receivedAt: central.central.now().toISOString(),
          stands: true,
          undoneAt,
        })
        .execute()
    await marked(absent, 'absent', null)
    await marked(refused, 'notAdmitted', null)
    await marked(undone, 'absent', central.central.now().toISOString())
    await database().updateTable('registration').set({ status: 'cancelled' }).where('id', '=', cancelled.id).execute()
    const { text } = await (await inHisSpace(central, person)).open('/my/sessions')
    expect(text).toContain('Aucune session à venir.')
    const day = (date: string) => date.split('-').toReversed().join('/')
    const outcomeOf = ({ date }: typeof passed) => {
      const after = text.slice(text.indexOf(day(date)) + 10)
      return /^.*?Module M1 (.*?)(?: \d\d\/| Une question)/.exec(after)?.[1]?.trim()
    }
    expect([passed, failed, absent, refused, cancelled, open, undone].map(outcomeOf)).toEqual([
      'Réussi',
      'Non réussi',
      'Absent',
      'Non admis',
      'Annulée',
      'Résultat pas encore connu',
      'Résultat pas encore connu',
    ])
  })
})
