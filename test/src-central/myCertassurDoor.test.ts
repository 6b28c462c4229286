import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMergeRequest, merge, signedIn, addUser } from '../helpers/backOffice.ts'
import { aBrowser } from '../helpers/browser.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { mailsOf } from '../helpers/mail.ts'
import { aCandidateWithCodes, inHisSpace, knock, newCodes, ownPassword } from '../helpers/myCertassur.ts'

const DAY = 86_400_000

let central: TestCentral
beforeEach(async () => {
  central = await startCentral()
})
/** So much later. */
function pass(milliseconds: number): void {
  const now = new Date(central.central.now().getTime() + milliseconds)
  central.setClock(() => now)
}
afterEach(stopCentrals)

const database = () => central.central.db
const sessions = () => database().selectFrom('candidateSession').selectAll().execute()

describe('the door of MyCertassur', () => {
  test('rule 3: the temporary password lets in, and first to the choice of one’s own', async () => {
    const { login, temporary } = await aCandidateWithCodes(central)
    const browser = aBrowser(central)
    const shown = await knock(browser, login, temporary)
    expect([shown.path, shown.text.includes('Choisissez votre propre mot de passe')]).toEqual(['/my/password', true])
    // Nothing else opens before.
    expect((await browser.open('/my/record')).path).toBe('/my/password')
    const record = await browser.send('/my/password', { chosen: ownPassword, again: ownPassword })
    expect([record.path, record.text.includes(login)]).toEqual(['/my/record', true])
  })

  test('rule 3: one’s own password replaces what was mailed, and holds when codes are mailed again', async () => {
    const { id, login, temporary } = await aCandidateWithCodes(central)
    await inHisSpace(central, { login, temporary })
    expect((await knock(aBrowser(central), login, temporary)).status).toBe(401)
    const again = await newCodes(central, id, (await central.record(id)).email ?? '')
    expect((await knock(aBrowser(central), login, ownPassword)).path).toBe('/my/record')
    expect((await knock(aBrowser(central), login, again)).path).toBe('/my/password')
  })

  test('rule 3: a temporary password is good for thirty days after the last session; past that a new mail is offered', async () => {
    const { id, login, temporary } = await aCandidateWithCodes(central)
    const date = new Date(central.central.now().getTime() + 20 * DAY).toISOString().slice(0, 10)
    await aRegistration(central, await aSession(central, { date }), id)
    pass(49 * DAY)
    expect((await knock(aBrowser(central), login, temporary)).path).toBe('/my/password')
    pass(3 * DAY)
    const late = await knock(aBrowser(central), login, temporary)
    expect(late.text).toContain('Demandez vos codes d’accès : vous recevez un nouveau mail.')
    expect(late.markup).not.toContain('role="alert"')
    // A wrong one is told nothing of the kind.
    expect((await knock(aBrowser(central), login, 'Abcd-Efgh-Jkmn')).text).toContain('incorrect')
  })

  test('rule 1: the login is the same whatever happens, and is known however it is typed', async () => {
    const { id, login, temporary } = await aCandidateWithCodes(central)
    const typed = ` ${login.slice(0, 2).toLowerCase()} ${login.slice(2, 6)}.${login.slice(6)} `
    expect((await knock(aBrowser(central), typed, ` ${temporary} `)).path).toBe('/my/password')
    await inHisSpace(central, { login, temporary })
    expect((await central.record(id)).login).toBe(login)
  })

  test('rule 10: a login that ended in a merge is said to be merged, whatever the password, and names nobody', async () => {
    const stays = await aCandidate(central, { email: 'elise.ancienne@exemple.be' })
    const gone = await aCandidateWithCodes(central, { lastName: 'Vandenbroeck', email: 'elise.nouvelle@exemple.be' })
    const signedInBefore = await inHisSpace(central, gone)
    await addUser(central, 'claire.dubois')
    const claire = await signedIn(central, 'claire.dubois')
    await merge(claire, await aMergeRequest(central, [stays, gone.id]), stays)
    const { login } = await central.record(stays)
    for (const password of [ownPassword, gone.temporary, 'something else']) {
      const shown = await knock(aBrowser(central), gone.login, password)
      expect([shown.status, shown.text.includes('vos deux comptes ont été réunis en un seul')]).toEqual([401, true])
      for (const secret of [login ?? '?', 'ancienne', 'nouvelle', 'Broeck']) expect(shown.text).not.toContain(secret)
    }
    // Whoever was in with it is out, and an unknown login is not called merged.
    expect((await signedInBefore.open('/my/record')).path).toBe('/my/sign-in')
    expect((await knock(aBrowser(central), 'ZZ00000000', 'x')).text).toContain('Login ou mot de passe incorrect.')
    // The codes that he asks for now are those of the login that remains.
    const codes = await newCodes(central, stays, 'elise.ancienne@exemple.be')
    expect((await knock(aBrowser(central), login ?? '', codes)).path).toBe('/my/password')
  })

  test('a thousand passwords: five are tried, then fewer and fewer, and not even the right one is', async () => {
    const { login, temporary } = await aCandidateWithCodes(central)
    const browser = aBrowser(central)
    await browser.open('/my/sign-in')
    for (let i = 0; i < 5; i++) {
      expect((await browser.send('/my/sign-in', { login, password: `guess ${i}` })).status).toBe(401)
    }
    const locked = await browser.send('/my/sign-in', { login, password: temporary })
    expect([locked.status, locked.text.includes('Trop d’essais avec ce login.')]).toEqual([429, true])
    // What was typed as a login stays in its field; the password does not.
    expect(locked.markup).toContain(`value="${login}"`)
    expect(locked.markup).not.toContain(temporary)
    pass(2 * 60_000)
    expect((await knock(browser, login, temporary)).path).toBe('/my/password')
    expect(await database().selectFrom('signInAttempt').selectAll().execute()).toEqual([])
  })

  test('is locked for one door only: a name guessed here is free at the back office', async () => {
    await addUser(central, 'claire.dubois')
    const browser = aBrowser(central)
    await browser.open('/my/sign-in')
    for (let i = 0; i < 5; i++) await browser.send('/my/sign-in', { login: 'claire.dubois', password: 'x' })
    expect((await browser.send('/my/sign-in', { login: 'claire.dubois', password: 'x' })).status).toBe(429)
    await signedIn(central, 'claire.dubois')
  })

  test('an odd login or password is refused like any other', async () => {
    for (const login of ['', 'a\0b', '<script>', 'x'.repeat(5_000), '𝓥𝓑𝟙𝟚𝟛']) {
      const shown = await knock(aBrowser(central), login, 'x\0'.repeat(300))
      expect([login.slice(0, 9), shown.status, shown.markup.includes('<script')]).toEqual([
        login.slice(0, 9),
        401,
        false,
      ])
    }
  })
})

describe('codes that were lost, at the door', () => {
  test('are answered the same whether an address is known or not', async () => {
    const id = await aCandidate(central)
    const browser = aBrowser(central)
    const ask = async (email: string) => {
      await browser.open('/my/codes')
      return browser.send('/my/codes', { email })
    }
    const [known, unknown] = [await ask('elise.vb@exemple.be'), await ask('nobody@exemple.be')]
    expect(known.text).toContain('Si cette adresse est celle d’une fiche')
    expect(unknown.markup).toBe(known.markup)
    expect((await mailsOf(central, id)).map(({ kind }) => kind)).toEqual(['codesAgain'])
    const wrong = await ask('elise.vb@')
    expect([wrong.status, wrong.markup.includes('value="elise.vb@"')]).toEqual([422, true])
    expect(wrong.text).toContain('Cette adresse mail n’est pas complète.')
  })
})

describe('one’s own password', () => {
  test('is refused with the reason under its field, and nothing is kept', async () => {
    const { login, temporary } = await aCandidateWithCodes(central)
    const browser = aBrowser(central)
    await knock(browser, login, temporary)
    for (const [chosen, again, words] of [
      ['court', 'court', 'Il faut au moins 10 caractères.'],
      ['x'.repeat(201), 'x'.repeat(201), 'Au plus 200 caractères.'],
      [login.toLowerCase(), login.toLowerCase(), 'Votre login ne peut pas être votre mot de passe.'],
      [temporary, temporary, 'C’est le mot de passe reçu par mail.'],
      [ownPassword, `${ownPassword}s`, 'Les deux ne sont pas pareils.'],
    ] as const) {
      const shown = await browser.send('/my/password', { chosen, again })
      expect([shown.status, shown.text.includes(words)]).toEqual([422, true])
      expect(shown.markup).toContain('aria-invalid')
      expect(shown.markup).not.toContain(`value="${chosen}"`)
    }
    expect(await database().selectFrom('candidatePassword').selectAll().execute()).toEqual([])
  })

  test('is changed at any time with the one before; every other browser is out', async () => {
    const person = await aCandidateWithCodes(central)
    const browser = await inHisSpace(central, person)
    const elsewhere = aBrowser(central)
    await knock(elsewhere, person.login, ownPassword)
    await browser.open('/my/password')
    const wrong = await browser.send('/my/password', {
      current: 'x',
      chosen: 'une autre phrase',
      again: 'une autre phrase',
    })
    expect([wrong.status, wrong.text.includes('Ce n’est pas votre mot de passe actuel.')]).toEqual([422, true])
    const saved = await browser.send('/my/password', {
      current: ownPassword,
      chosen: 'une autre phrase',
      again: 'une autre phrase',
    })
    expect(saved.text).toContain('Votre mot de passe est enregistré.')
    expect((await browser.open('/my/record')).path).toBe('/my/record')
    expect((await elsewhere.open('/my/record')).path).toBe('/my/sign-in')
    expect((await knock(aBrowser(central), person.login, ownPassword)).status).toBe(401)
    // The accents of another keyboard are the same password.
    expect((await knock(aBrowser(central), person.login, 'une autre phrase'.normalize('NFD'))).path).toBe('/my/record')
  })

  test('is not guessed from inside', async () => {
    const browser = await inHisSpace(central, await aCandidateWithCodes(central))
    await browser.open('/my/password')
    const guess = (current: string) =>
      browser.send('/my/password', { current, chosen: 'une autre phrase', again: 'une autre phrase' })
    for (let i = 0; i < 6; i++) await guess(`guess ${i}`)
    expect((await guess(ownPassword)).status).toBe(429)
  })
})

describe('whoever is not in, or sends what is not of his own pages', () => {
  test('sees the door in place of every page', async () => {
    for (const path of ['', '/record', '/password']) {
      expect((await aBrowser(central).open(`/my${path}`)).path).toBe('/my/sign-in')
    }
  })

  test('changes nothing', async () => {
    const person = await aCandidateWithCodes(central)
    const browser = await inHisSpace(central, person)
    const fields = { current: ownPassword, chosen: 'une autre phrase', again: 'une autre phrase' }
    expect((await browser.send('/my/password', fields, { origin: 'https://elsewhere.example' })).status).toBe(403)
    browser.useFormToken('x')
    expect((await browser.send('/my/password', fields)).path).toBe('/my/record')
    for (const [path, sent, status] of [
      ['/my/password', fields, 401],
      ['/my/sign-in', { login: person.login, password: ownPassword }, 403],
      ['/my/codes', { email: 'elise.vb@exemple.be' }, 403],
    ] as const) {
      expect([path, (await aBrowser(central).send(path, sent)).status]).toEqual([path, status])
    }
    expect((await knock(aBrowser(central), person.login, ownPassword)).path).toBe('/my/record')
  })

  test('is out when he leaves, and when his time is over', async () => {
    const person = await aCandidateWithCodes(central)
    const browser = await inHisSpace(central, person)
    const cookie = browser.cookie()
    const left = await browser.send('/my/sign-out')
    expect([left.path, left.text.includes('Vous êtes déconnecté.')]).toEqual(['/my/sign-in?language=fr&out=yes', true])
    browser.useCookie(cookie)
    expect((await browser.open('/my/record')).path).toBe('/my/sign-in')
    await knock(browser, person.login, ownPassword)
    pass(2 * 3_600_000 + 1_000)
    expect((await browser.open('/my/record')).path).toBe('/my/sign-in')
    expect((await sessions()).every(({ tokenHash }) => !cookie.includes(tokenHash))).toBe(true)
  })

  test('is known by another cookie than the people of Certassur, which no script reads', async () => {
    const browser = await inHisSpace(central, await aCandidateWithCodes(central))
    const page = await browser.open('/my/sign-in')
    expect(page.path).toBe('/my/record')
    expect((await browser.open('/back-office/requests')).path).toContain('/back-office/sign-in')
    const headers = (await aBrowser(central).open('/my/sign-in')).headers
    expect(headers.get('set-cookie')).toMatch(
      /^my-certassur=[\w-]{43}; Path=\/; Max-Age=7200; HttpOnly; SameSite=Strict$/,
    )
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('speaks the language that was chosen, before and after', async () => {
    const person = await aCandidateWithCodes(central)
    expect((await aBrowser(central, 'nl').open('/my/sign-in')).text).toContain('Mijn persoonlijke ruimte')
    expect((await aBrowser(central).open('/my/codes?language=nl')).text).toContain('Toegangscodes kwijt')
    const browser = await inHisSpace(central, person)
    const shown = await browser.send('/my/language', { language: 'nl', back: '/my/password' })
    expect([shown.path, shown.text.includes('Mijn wachtwoord')]).toEqual(['/my/password', true])
    expect((await browser.send('/my/language', { language: 'nl', back: 'https://elsewhere.example' })).path).toBe(
      '/my/record',
    )
  })
})
