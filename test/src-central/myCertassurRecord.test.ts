import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../helpers/browser.ts'
import { anotherCentre, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { lettersTo, mailsOf, sendAll } from '../helpers/mail.ts'
import { aCandidateWithCodes, inHisSpace } from '../helpers/myCertassur.ts'

let central: TestCentral
let elise: Browser
let id: string
beforeEach(async () => {
  central = await startCentral()
  const person = await aCandidateWithCodes(central)
  id = person.id
  elise = await inHisSpace(central, person)
})
afterEach(stopCentrals)

const record = () => central.record(id)
const database = () => central.central.db
const asked = () => database().selectFrom('correction').selectAll().orderBy('askedAt').execute()
async function fill(path: string, fields: Readonly<Record<string, string>>) {
  await elise.open(`/my/${path.split('/')[0]}`)
  return elise.send(`/my/${path}`, fields)
}
async function codeTo(address: string): Promise<string> {
  await sendAll(central)
  const letters = await lettersTo(central, id)
  return /\b\d\d \d{3} \d{3}\b/.exec(letters.findLast(({ to }) => to === address)?.text ?? '')?.[0] ?? ''
}

describe('my record', () => {
  test('rule 11: says what Certassur knows, and is confirmed with one button', async () => {
    const shown = await elise.open('/my/record')
    for (const text of ['Van den Broeck', 'Élise', '14/03/1988', 'elise.vb@exemple.be', 'Centre Meuse-Sambre'])
      expect(shown.text).toContain(text)
    expect((await record()).openedAt).toBeDefined()
    expect((await record()).confirmedAt).toBeUndefined()
    const done = await elise.send('/my/confirm')
    expect(done.text).toContain('votre centre voit que vos données sont correctes')
    expect((await record()).confirmedAt).toBeDefined()
  })

  test('is completed and changed where nothing is to be proven; the centre reads who did it', async () => {
    await database().updateTable('candidate').set({ birthDate: null }).where('id', '=', id).execute()
    const wrong = await fill('contact', { phone: '0471 22 33 44', language: 'nl', birthDate: '31/02/1988' })
    expect([wrong.status, wrong.text.includes('Cette date n’existe pas.')]).toEqual([422, true])
    expect(wrong.markup).toContain('value="0471 22 33 44"')
    const saved = await fill('contact', { phone: '0471 22 33 44', language: 'nl', birthDate: '14 3 88' })
    expect(saved.text).toContain('C’est enregistré.')
    expect(await record()).toMatchObject({ phone: '0471 22 33 44', language: 'nl', birthDate: '1988-03-14' })
    const lines = await database().selectFrom('history').selectAll().execute()
    expect(lines).toMatchObject([
      { kind: 'candidate.edit', candidateId: id, deskName: 'MyCertassur', actorName: 'Élise Van den Broeck' },
    ])
    expect(lines[0]?.fields).toEqual(['language', 'birthDate', 'phone'])
    // Known now, it is not for him to change.
    await fill('contact', { phone: '', language: 'nl', birthDate: '15/03/1988' })
    expect(await record()).toMatchObject({ phone: null, birthDate: '1988-03-14' })
  })

  test('rule 5: a wrong name or birth date is asked of the centre, with the reason, and changes nothing before', async () => {
    const same = await fill('correction', {
      lastName: 'Van den Broeck',
      firstName: 'Élise',
      birthDate: '14/03/1988',
      reason: 'une faute',
    })
    expect([same.status, same.text.includes('Rien n’a changé.')]).toEqual([422, true])
    const empty = await fill('correction', { lastName: ' ', firstName: 'Élise', birthDate: '', reason: '' })
    expect([empty.status, empty.text.match(/À remplir\./g)?.length]).toEqual([422, 2])
    const sent = await fill('correction', {
      lastName: 'Vandenbroeck',
      firstName: 'Élise',
      birthDate: '15/03/1988',
      reason: 'comme sur ma carte',
    })
    expect(sent.text).toContain('Votre demande est chez votre centre.')
    expect(sent.text).toContain('Nom → Vandenbroeck, Date de naissance → 15/03/1988')
    expect(sent.text).not.toContain('Mes données sont correctes')
    expect(await asked()).toMatchObject([
      {
        centreId: central.centreId,
        candidateId: id,
        kind: 'data',
        patch: { lastName: 'Vandenbroeck', birthDate: '1988-03-15' },
        before: { lastName: 'Van den Broeck', birthDate: '1988-03-14' },
        reason: 'comme sur ma carte',
      },
    ])
    expect((await record()).lastName).toBe('Van den Broeck')
  })

  test('rule 10: "I have two accounts" goes to the centre, once', async () => {
    expect((await fill('accounts', { reason: ' ' })).status).toBe(422)
    await fill('accounts', { reason: 'un examen à Liège' })
    const shown = await fill('accounts', { reason: 'un examen à Liège en 2019' })
    expect(shown.text).toContain('Votre demande est chez votre centre.')
    expect(await asked()).toMatchObject([{ kind: 'twoAccounts', reason: 'un examen à Liège en 2019', version: 2 }])
  })

  test('without any centre says whom to write to, and keeps what was typed', async () => {
    await database().deleteFrom('scope').execute()
    const shown = await fill('accounts', { reason: 'un examen à Liège' })
    expect([shown.status, shown.text.includes('info@certassur.be')]).toEqual([409, true])
    expect(shown.markup).toContain('value="un examen à Liège"')
    expect(await asked()).toEqual([])
  })

  test('shows markup and odd names as text', async () => {
    const odd = '<b>O’Neill</b> & "Fils"'
    await database().updateTable('candidate').set({ lastName: odd }).where('id', '=', id).execute()
    for (const path of ['record', 'correction']) {
      const { markup } = await elise.open(`/my/${path}`)
      expect(markup).not.toContain('<b>')
      expect(markup).toContain('&lt;b&gt;')
    }
  })
})

describe('another address', () => {
  test('rule 4: counts once the code that was mailed to it is typed; the old one is told, without the new', async () => {
    const waiting = await fill('email', { email: 'elise.nouvelle@exemple.be' })
    expect(waiting.text).toContain('Un code part vers elise.nouvelle@exemple.be.')
    expect((await record()).email).toBe('elise.vb@exemple.be')
    const code = await codeTo('elise.nouvelle@exemple.be')
    const wrong = await fill('email/code', { code: '00 000 000' })
    expect([wrong.status, wrong.text.includes('Ce n’est pas le code du dernier mail.')]).toEqual([422, true])
    const done = await fill('email/code', { code: code.replaceAll(' ', '') })
    expect(done.text).toContain('Votre nouvelle adresse est enregistrée.')
    expect((await record()).email).toBe('elise.nouvelle@exemple.be')
    await sendAll(central)
    const told = (await lettersTo(central, id)).find(({ kind }) => kind === 'emailOld')
    expect(told?.to).toBe('elise.vb@exemple.be')
    expect(told?.text).not.toContain('nouvelle')
    const [line] = await database().selectFrom('history').selectAll().execute()
    expect(line).toMatchObject({ fields: ['email'], deskName: 'MyCertassur' })
  })

  test('is refused under its field when it is none, or the same', async () => {
    for (const [email, words] of [
      ['elise@', 'Cette adresse mail n’est pas complète.'],
      ['elise.vb@exemple.be', 'C’est déjà votre adresse enregistrée.'],
    ] as const) {
      const shown = await fill('email', { email })
      expect([shown.status, shown.text.includes(words), shown.markup.includes(`value="${email}"`)]).toEqual([
        422,
        true,
        true,
      ])
    }
    expect((await mailsOf(central, id)).map(({ kind }) => kind)).toEqual(['codesAgain'])
  })

  test('is not guessed: five codes are tried, and after that not even the right one', async () => {
    await fill('email', { email: 'elise.nouvelle@exemple.be' })
    const code = await codeTo('elise.nouvelle@exemple.be')
    for (let i = 0; i < 5; i++) await fill('email/code', { code: `0000000${i}` })
    const late = await fill('email/code', { code })
    expect([late.status, late.text.includes('Ce code ne compte plus')]).toEqual([422, true])
    expect((await record()).email).toBe('elise.vb@exemple.be')
  })

  test('is confirmed within a day', async () => {
    await fill('email', { email: 'elise.nouvelle@exemple.be' })
    const code = await codeTo('elise.nouvelle@exemple.be')
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    await database().updateTable('candidateSession').set({ expiresAt: '2099-01-01T00:00:00Z' }).execute()
    central.setClock(() => tomorrow)
    const late = await fill('email/code', { code })
    expect([late.status, late.text.includes('Ce code ne compte plus')]).toEqual([422, true])
    expect((await record()).email).toBe('elise.vb@exemple.be')
  })

  test('that was asked for last is the one that counts; five codes a day', async () => {
    await fill('email', { email: 'first@exemple.be' })
    const first = await codeTo('first@exemple.be')
    await fill('email', { email: 'second@exemple.be' })
    const second = await codeTo('second@exemple.be')
    expect((await fill('email/code', { code: first })).status).toBe(422)
    for (let i = 0; i < 3; i++) await fill('email', { email: `more${i}@exemple.be` })
    expect((await fill('email', { email: 'more9@exemple.be' })).status).toBe(429)
    expect((await fill('email/code', { code: second })).status).toBe(422)
    expect((await record()).email).toBe('elise.vb@exemple.be')
  })

  test('is no other centre’s to see', async () => {
    const other = await anotherCentre(central)
    await fill('email', { email: 'elise.nouvelle@exemple.be' })
    await fill('email/code', { code: await codeTo('elise.nouvelle@exemple.be') })
    const lines = await database().selectFrom('history').select('centreId').execute()
    expect(lines.map(({ centreId }) => centreId)).toEqual([central.centreId])
    expect(lines.some(({ centreId }) => centreId === other.centreId)).toBe(false)
  })
})
