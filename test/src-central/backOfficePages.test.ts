import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import {
  aMergeRequest,
  confirm,
  fieldsOf,
  merge,
  mergesOf,
  requestPath,
  requestRow,
  twoRecords,
  startOffice,
} from '../helpers/backOffice.ts'
import { type Browser } from '../helpers/browser.ts'
import { aCandidate, newId, stopCentrals, type TestCentral } from '../helpers/central.ts'

let central: TestCentral
let claire: Browser
beforeEach(async () => {
  ;({ central, claire } = await startOffice())
})
afterEach(stopCentrals)

const database = () => central.central.db

describe('what changed meanwhile', () => {
  test('a request that the centre withdrew is said to be, and nothing is done', async () => {
    const [a, b] = await twoRecords(central)
    const request = await aMergeRequest(central, [a, b])
    const fields = fieldsOf(await confirm(claire, request, { stays: a, email: a }))
    await database().updateTable('mergeRequest').set({ status: 'withdrawn' }).execute()
    const late = await claire.send(`${requestPath(request)}/merge`, fields)
    expect([late.status, late.text.includes('Le centre a retiré sa demande entre-temps.')]).toEqual([409, true])
    expect((await claire.open('/back-office/requests?show=withdrawn')).text).toContain('Vandenbroeck')
    expect(await mergesOf(central)).toEqual([])
  })

  test('a record that was edited after it was compared is compared again', async () => {
    const [a, b] = await twoRecords(central)
    const request = await aMergeRequest(central, [a, b])
    const fields = fieldsOf(await confirm(claire, request, { stays: a, email: b }))
    await database()
      .updateTable('candidate')
      .set((e) => ({ email: 'encore.autre@exemple.be', version: e('version', '+', 1) }))
      .where('id', '=', b)
      .execute()
    const late = await claire.send(`${requestPath(request)}/merge`, fields)
    expect([late.status, late.text.includes('Une des fiches a changé entre-temps.')]).toEqual([409, true])
    expect(late.text).toContain('encore.autre@exemple.be')
    expect([await mergesOf(central), (await requestRow(central, request)).status]).toEqual([[], 'asked'])
  })

  test('a record that became another one is compared as that, and merged as that', async () => {
    const [a, b] = await twoRecords(central)
    const c = await aCandidate(central, { email: 'troisieme@exemple.be' })
    const request = await aMergeRequest(central, [a, b])
    const fields = fieldsOf(await confirm(claire, request, { stays: b, email: b }))
    await mergedElsewhere(b, c)
    expect((await claire.send(`${requestPath(request)}/merge`, fields)).status).toBe(409)
    const shown = await claire.open(requestPath(request))
    expect(shown.text).toContain('Une des fiches de cette demande a été fusionnée entre-temps')
    expect(shown.text).toContain('troisieme@exemple.be')
    await merge(claire, request, c)
    expect((await central.record(a)) as object).toMatchObject({ mergedInto: c })
    expect(await requestRow(central, request)).toMatchObject({ status: 'done', survivor: c })
  })

  test('two records that are one already cannot be merged, and the request is closed', async () => {
    const [a, b] = await twoRecords(central)
    const request = await aMergeRequest(central, [a, b])
    await claire.open(requestPath(request))
    const early = await claire.send(`${requestPath(request)}/close`)
    expect(early.status).toBe(409)
    await mergedElsewhere(b, a)
    const shown = await claire.open(requestPath(request))
    expect(shown.text).toContain('Les deux fiches n’en font déjà plus qu’une')
    expect(shown.text).not.toContain('Login qui reste')
    const closed = await claire.send(`${requestPath(request)}/close`)
    expect(closed.text).toContain('Les deux fiches n’en faisaient déjà plus qu’une')
    expect(await requestRow(central, request)).toMatchObject({ status: 'done', survivor: a, mergeId: null })
    expect(await mergesOf(central)).toHaveLength(1)
  })

  const mergedElsewhere = (from: string, into: string) =>
    database()
      .transaction()
      .execute((db) =>
        mergeRecords(db, { id: newId(), from, into, why: 'hold', actorName: 'marie', at: new Date().toISOString() }),
      )
})

describe('what is chosen', () => {
  test('a login that was given is never lost to a record without one, whose question is answered by the merge', async () => {
    const [a, b] = await twoRecords(central)
    await database().updateTable('candidate').set({ login: null }).where('id', '=', b).execute()
    await database()
      .insertInto('hold')
      .values({ id: b, centreId: central.centreId, matches: '[]', heldAt: new Date().toISOString() })
      .execute()
    const request = await aMergeRequest(central, [a, b])
    const shown = await claire.open(requestPath(request))
    expect(shown.text).toContain('Cette fiche n’a pas de login')
    expect((await confirm(claire, request, { stays: b, email: b })).status).toBe(422)
    expect((await merge(claire, request, a, b)).text).toContain('Ce qui a été fait')
    const hold = await database().selectFrom('hold').selectAll().executeTakeFirstOrThrow()
    expect(hold).toMatchObject({ decision: 'same', with: a, actorName: 'claire dubois' })
  })

  test('one address for both is asked about once and told once; without any, nobody is told', async () => {
    const shared = { email: 'Elise@exemple.be' }
    const [a, b] = [await aCandidate(central, shared), await aCandidate(central, { email: 'elise@exemple.be' })]
    await merge(claire, await aMergeRequest(central, [a, b]), a)
    const notices = () => database().selectFrom('mail').select('to').where('kind', '=', 'merged').execute()
    expect(await notices()).toEqual([{ to: 'Elise@exemple.be' }])
    const [c, d] = [await aCandidate(central, { email: null }), await aCandidate(central, { email: null })]
    const request = await aMergeRequest(central, [c, d])
    const path = `${requestPath(request)}/merge`
    const shown = await claire.open(`${path}?stays=${c}`)
    expect(shown.text).toContain('Personne ne peut être prévenu par mail.')
    expect((await claire.send(path, fieldsOf(shown))).text).toContain('aucune adresse mail')
    expect(await notices()).toHaveLength(1)
  })

  test('nothing, half, or somebody else is not enough: the choice stays and the page says what is missing', async () => {
    const [a, b] = await twoRecords(central)
    const request = await aMergeRequest(central, [a, b])
    const path = `${requestPath(request)}/merge`
    const wrong = [
      '',
      `?stays=${a}`,
      `?email=${a}`,
      `?stays=${newId()}&email=${a}`,
      `?stays=${a}&email=${newId()}`,
      `?stays=${a}&stays=${b}&email=${a}`,
      '?stays=x&email=y',
    ]
    for (const query of wrong) {
      const shown = await claire.open(path + query)
      expect([query, shown.status, shown.text.includes('Choisissez le login et l’adresse mail')]).toEqual([
        query,
        422,
        true,
      ])
    }
    expect((await claire.open(`${path}?stays=${b}`)).markup).toMatch(new RegExp(`value="${b}" required\\s+checked`))
    const forged = { stays: newId(), email: a, seen: '' }
    expect((await claire.send(path, forged)).status).toBe(409)
    expect(await mergesOf(central)).toEqual([])
  })

  test('that a centre declared them two people is said before anything is decided', async () => {
    const [a, b] = await twoRecords(central)
    await database()
      .insertInto('distinction')
      .values({ id: newId(), centreId: central.centreId, a: b, b: a, reason: 'sœurs, pièces vues', actorName: 'marie' })
      .execute()
    expect((await claire.open(requestPath(await aMergeRequest(central, [a, b])))).text).toContain(
      '« sœurs, pièces vues »',
    )
  })
})

describe('the list', () => {
  test('shows the oldest open request first, the others apart, fifty a page', async () => {
    const [a, b] = await twoRecords(central)
    const first = await aMergeRequest(central, [a, b])
    for (let count = 0; count < 50; count += 1) await aMergeRequest(central, [a, b])
    const day = '2020-02-01T09:30:00.000Z'
    await database().updateTable('mergeRequest').set({ askedAt: day }).where('id', '=', first).execute()
    const page = await claire.open('/back-office/requests')
    expect(page.text).toContain('51 demandes')
    expect(/requests\/([0-9a-f-]{36})/.exec(page.markup)?.[1]).toBe(first)
    expect(page.text).toContain('01/02/2020 à 10:30')
    const rows = (markup: string) => markup.match(/class="open"/g)?.length ?? 0
    const next = await claire.open('/back-office/requests?show=open&page=2')
    expect([rows(page.markup), rows(next.markup)]).toEqual([50, 1])
    expect((await claire.open('/back-office/requests?show=done&page=x')).text).toContain('Aucune fusion')
    expect((await claire.open('/back-office/requests?show=other')).text).toContain('51 demandes')
  })

  test('is in the language of whoever reads it, from the moment he chooses it', async () => {
    const back = '/back-office/requests?show=refused'
    await claire.open(back)
    const shown = await claire.send('/back-office/language', { language: 'nl', back })
    expect([shown.path, shown.text.includes('Er is geen aanvraag geweigerd.')]).toEqual([back, true])
    expect(shown.markup).toContain('<html lang="nl">')
    const elsewhere = await claire.send('/back-office/language', { language: 'fr', back: '//exemple.be/' })
    expect(elsewhere.path).toBe('/back-office/requests')
  })

  test('names a page that does not exist as one, whoever asks', async () => {
    for (const path of ['/requests/x', `/requests/${newId()}`, '/elsewhere', `/requests/${newId()}/merge`]) {
      const shown = await claire.open(`/back-office${path}`)
      expect([path, shown.status, shown.text.includes('Cette page n’existe pas')]).toEqual([path, 404, true])
    }
    expect((await claire.send(`/back-office/requests/${newId()}/take`, { from: '' })).status).toBe(404)
  })
})
