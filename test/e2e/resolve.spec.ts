import type { Page } from '@playwright/test'
import { demoPassword } from '../../src-central/demo/world.ts'
import { uuidv7 } from '../../shared/ids.ts'
import type { CallArgs, CallValue } from '../../shared/ipc.ts'
import type { CallName } from '../../shared/ipcNames.ts'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { pairingCode } from '../../shared/api.ts'
import { expect, fillSignIn, goTo, launch, openRecord, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { texts } from '../helpers/texts.ts'

type Person = CallValue<'candidate:search'>['rows'][number]

const newId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))

/** A call of the window itself, as its screens make it. */
async function call<N extends CallName>(page: Page, name: N, args: CallArgs<N>): Promise<CallValue<N>> {
  const result = await page.evaluate(([asked, given]) => window.desk.invoke(asked, given as never), [
    name,
    args,
  ] as const)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Somebody of the demo world with everything that is compared, and nobody else of his family. */
async function somebody(page: Page, at: number): Promise<Person> {
  const { rows } = await call(page, 'candidate:search', { text: '', offset: 0, limit: 500 })
  const names = rows.map(({ lastName }) => lastName)
  const whole = rows.filter(
    ({ birthDate, email, login, lastName, sharesEmail }) =>
      birthDate?.length === 10 &&
      email &&
      login &&
      !sharesEmail &&
      lastName.length > 5 &&
      // Found by it alone: nobody is called like him, or longer.
      names.filter((name) => name.includes(lastName)).length === 1,
  )
  const person = whole[at]
  if (!person) throw new Error('the demo world is too small')
  return person
}

const misspelt = (name: string) => `${name.slice(0, 3)}${name.charAt(3) === 'x' ? 'z' : 'x'}${name.slice(4)}`

/** The same person again, his family name with another letter. */
async function createAgain(page: Page, person: Person, email: string): Promise<string> {
  const id = newId()
  const { firstName, birthDate, language } = person
  const values = { lastName: misspelt(person.lastName), firstName, birthDate, language, email, phone: null }
  await call(page, 'candidate:create', { changeId: newId(), id, values })
  return id
}

const nameOf = ({ lastName, firstName }: Pick<Person, 'lastName' | 'firstName'>) => `${lastName} ${firstName}`
const start = (text: string) => text.split(/[{(]/)[0]?.trim() ?? ''

function screenOf(page: Page, language: InterfaceLanguage) {
  const { duplicates } = texts(language)
  const { filter } = duplicates.screen
  return {
    duplicates,
    rail: page.getByRole('navigation').getByRole('button', { name: duplicates.screen.rail }),
    chip: (part: keyof typeof filter) => page.getByRole('button', { name: new RegExp(`^${filter[part]}( |$)`) }),
    row: (person: Pick<Person, 'lastName' | 'firstName'>) => page.getByRole('row').filter({ hasText: nameOf(person) }),
    act: (name: string) => page.getByRole('button', { name, exact: true }),
    open: async () => {
      await page.getByRole('navigation').getByRole('button', { name: duplicates.screen.rail }).click()
      await expect(page.getByRole('heading', { name: duplicates.screen.title, level: 1 })).toBeVisible()
    },
  }
}

for (const [at, language] of (['fr', 'nl'] as const).entries()) {
  test(`rule 9: a record created again is held, and becomes one with the known record, in ${language}`, async ({
    desk,
  }) => {
    test.setTimeout(180_000)
    const application = await desk()
    const { page } = application
    const { today, candidates } = texts(language)
    const { duplicates, rail, act } = screenOf(page, language)
    await signIn(page, language)
    const person = await somebody(page, 10 + at)
    const email = `nouvelle${at}@exemple.be`
    const id = await createAgain(page, person, email)
    const sessions = await call(page, 'session:list', { from: '2000-01-01', to: '2100-01-01' })
    const his = new Set((await call(page, 'candidate:sessions', { id: person.id })).map(({ session }) => session.id))
    const open = sessions.find(
      ({ session, counts }) =>
        session.status === 'planned' &&
        session.closedAt === null &&
        session.seats - counts.registered > 3 &&
        !his.has(session.id),
    )
    const [exam] = open?.session.exams ?? []
    if (!open || !exam) throw new Error('the demo world has no session to come')
    for (const candidateId of [id, person.id]) {
      await call(page, 'registration:create', {
        changeId: newId(),
        id: newId(),
        values: {
          sessionId: open.session.id,
          candidateId,
          exams: [exam],
          language,
          pc: null,
          overrideReason: null,
        },
      })
    }
    await expect(rail).toContainText('1', { timeout: 30_000 })

    await goTo(page, today.title)
    await expect(page.getByRole('button', { name: today.todo.heldHelp })).toBeVisible()
    await judge(application, `resolve/${language}-today`)
    await page.getByRole('button', { name: today.todo.heldHelp }).click()
    await expect(page.getByRole('heading', { name: duplicates.screen.title, level: 1 })).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(2)

    // The way from the record, where the operator meets it first.
    await goTo(page, candidates.title)
    await openRecord(page, language, misspelt(person.lastName))
    await expect(page.getByText(duplicates.held.title)).toBeVisible()
    await expect(page.getByText(candidates.status.held, { exact: true }).first()).toBeVisible()
    await judge(application, `resolve/${language}-record`)
    await act(duplicates.held.decide).click()
    await expect(page.getByRole('columnheader', { name: duplicates.hold.other })).toBeVisible()
    await expect(page.locator('td mark').first()).toHaveText(person.lastName)
    await expect(page.getByText(duplicates.hold.sessionsTwice_one)).toBeVisible()
    await judge(application, `resolve/${language}-hold`)

    await act(duplicates.acts.same).click()
    const keep = page.getByLabel(start(duplicates.same.keep))
    await expect(keep).toBeChecked()
    await expect(keep).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(keep).toHaveCount(0)
    await expect(act(duplicates.acts.same)).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByLabel(start(duplicates.same.take)).check()
    await judge(application, `resolve/${language}-same`)
    await act(duplicates.same.confirm).click()
    await expect(page.getByText(duplicates.screen.empty.holds)).toBeVisible({ timeout: 30_000 })
    await judge(application, `resolve/${language}-empty`)
    await expect(rail).not.toContainText('1')

    // What was done stands in the exchange under the name of the person, although his new record became another one.
    const { exchange } = texts(language)
    await goTo(page, exchange.title)
    const resolved = page.getByRole('row').filter({ hasText: exchange.kinds['hold.resolve'] })
    await expect(resolved).toContainText(person.firstName)
    await resolved.click()
    await expect(page.getByText(exchange.values.takeEmail.yes)).toBeVisible()

    const become = async () => (await call(page, 'candidate:read', { id })).candidate
    await expect.poll(become).toMatchObject({ id: person.id, login: person.login, email })
    const both = (await call(page, 'candidate:sessions', { id: person.id })).filter(
      ({ session, registration }) => session.id === open.session.id && registration.status !== 'cancelled',
    )
    expect(both).toHaveLength(1)
  })

  test(`two records are asked to become one, the request is withdrawn, and they are noted as two people, in ${language}`, async ({
    desk,
  }) => {
    test.setTimeout(180_000)
    const application = await desk()
    const { page } = application
    const { candidates } = texts(language)
    const { duplicates, chip, row, act, open } = screenOf(page, language)
    await signIn(page, language)
    const [one, other] = [await somebody(page, 20 + at), await somebody(page, 30 + at)]
    const patch = {
      lastName: misspelt(one.lastName),
      firstName: one.firstName,
      birthDate: one.birthDate,
      email: `deux${at}@exemple.be`,
    }
    await call(page, 'candidate:edit', { changeId: newId(), id: other.id, patch, base: {} })

    await open()
    await chip('pairs').click()
    await row(one).first().click()
    await expect(page.getByRole('table').getByText(duplicates.merge.second)).toBeVisible()
    await judge(application, `resolve/${language}-pair`)
    await act(duplicates.acts.letter).click()
    await expect(act(duplicates.letter.copy)).toBeFocused()
    await act(duplicates.acts.merge).click()
    const reason = page.getByRole('textbox', { name: duplicates.different.label })
    await expect(reason).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText(texts(language).fields['field.required'])).toBeVisible()
    await reason.fill('Dit zijn twee accounts · ce sont deux comptes')
    await judge(application, `resolve/${language}-merge`)
    await page.keyboard.press('Enter')
    await expect(page.getByText(start(duplicates.merge.open.asked))).toBeVisible()
    await expect(act(duplicates.acts.merge)).toHaveCount(0)
    await judge(application, `resolve/${language}-asked`)

    await act(duplicates.acts.seeRequest).click()
    await expect(page.getByRole('button', { name: duplicates.acts.withdraw })).toBeVisible()
    await expect(page.getByText(duplicates.merge.status.asked, { exact: true }).first()).toBeVisible({
      timeout: 30_000,
    })
    await judge(application, `resolve/${language}-request`)
    await act(duplicates.acts.withdraw).click()
    await page.getByRole('form').getByRole('button', { name: duplicates.acts.withdraw }).click()
    await expect(page.getByText(duplicates.merge.status.withdrawn, { exact: true }).first()).toBeVisible({
      timeout: 30_000,
    })

    // The same from the record.
    await goTo(page, candidates.title)
    await openRecord(page, language, one.lastName)
    await act(duplicates.notice.compare_one).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(duplicates.merge.open.withdrawn)).toBeVisible()
    await dialog.getByRole('button', { name: duplicates.acts.different }).click()
    await dialog.getByRole('textbox', { name: duplicates.different.label }).fill('Vader en zoon · père et fils')
    await judge(application, `resolve/${language}-different`)
    await page.keyboard.press('Enter')
    await expect(dialog.getByText(duplicates.compare.none)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText(duplicates.notice.title_one)).toHaveCount(0)
    await open()
    await chip('pairs').click()
    await expect(row(one)).toHaveCount(0)
  })
}

test('rule 9: of several known records the operator says which one it is', async ({ desk }) => {
  test.setTimeout(180_000)
  const application = await desk()
  const { page } = application
  const { duplicates, rail, act, open } = screenOf(page, 'nl')
  await signIn(page, 'nl')
  const [known, twin] = [await somebody(page, 40), await somebody(page, 41)]
  const patch = { lastName: misspelt(known.lastName), firstName: known.firstName, birthDate: known.birthDate }
  await call(page, 'candidate:edit', { changeId: newId(), id: twin.id, patch, base: {} })
  const id = await createAgain(page, known, 'derde@voorbeeld.be')
  await expect(rail).toContainText('1', { timeout: 30_000 })
  await open()
  await page.getByRole('row').nth(1).click()
  const choice = page.getByRole('group', { name: start(duplicates.hold.choose) })
  await expect(choice.getByRole('radio')).toHaveCount(2)
  await choice
    .getByRole('radio', { name: nameOf({ ...known, lastName: known.lastName.toLocaleUpperCase('fr') }) })
    .check()
  await expect(page.locator('td mark').first()).toHaveText(known.lastName)
  await judge(application, 'resolve/nl-several')
  await act(duplicates.acts.same).click()
  await act(duplicates.same.confirm).click()
  await expect(page.getByText(duplicates.screen.empty.holds)).toBeVisible({ timeout: 30_000 })
  // The answer comes first, then what it led to.
  const become = async () => (await call(page, 'candidate:read', { id })).candidate
  await expect.poll(become).toMatchObject({ id: known.id, email: known.email })
})

test('rule 9: somebody whom only Certassur knows is shown as little as possible; decided offline, it waits', async ({
  desk,
  central,
}) => {
  test.setTimeout(180_000)
  const elsewhere = await launch({
    args: [`--central=${central.address}`, `--pairing-code=${await codeOf(central.address, 'bart.goossens')}`],
  })
  await fillSignIn(elsewhere.page, 'fr', 'bart.goossens', demoPassword)
  await expect(elsewhere.page.getByRole('navigation')).toBeVisible()
  await expect
    .poll(async () => (await call(elsewhere.page, 'candidate:search', { text: '', offset: 0, limit: 1 })).all)
    .toBeGreaterThan(30)
  const theirs = []
  for (let at = 2; at < 10; at++) theirs.push(await somebody(elsewhere.page, at))
  await elsewhere.close()

  const application = await desk()
  const { page } = application
  const { duplicates, rail, act, open } = screenOf(page, 'fr')
  await signIn(page)
  // Other tests bring people of that centre to this one.
  const isHere = async ({ login }: { readonly login: string | null }) =>
    (await call(page, 'candidate:search', { text: login ?? '', offset: 0, limit: 5 })).rows.some(
      (row) => row.login === login,
    )
  let stranger = theirs[0]
  for (const one of theirs) if (!(await isHere(one))) stranger = one
  if (!stranger) throw new Error('nobody is only theirs')
  const id = await createAgain(page, stranger, 'autre@exemple.be')
  await expect(rail).toContainText('1', { timeout: 30_000 })
  await open()
  await page.getByRole('row').nth(1).click()
  await expect(page.getByText(duplicates.hold.minimal)).toBeVisible()
  const year = stranger.birthDate?.slice(0, 4) ?? ''
  await expect(page.getByRole('cell', { name: year, exact: true })).toBeVisible()
  const whole = await page.getByRole('main').innerText()
  expect(whole).not.toContain(stranger.login)
  expect(whole).not.toContain(stranger.email)
  await judge(application, 'resolve/fr-elsewhere')

  await central.kill()
  await act(duplicates.acts.different).click()
  await page.getByRole('textbox', { name: duplicates.different.label }).fill('Pièce d’identité contrôlée')
  await page.keyboard.press('Enter')
  await expect(page.getByText(duplicates.held.decided)).toBeVisible()
  await expect(act(duplicates.acts.same)).toHaveCount(0)
  await judge(application, 'resolve/fr-offline')
  await central.restart()
  await page.keyboard.press('F5')
  await expect(page.getByText(duplicates.screen.empty.holds)).toBeVisible({ timeout: 30_000 })
  await expect.poll(async () => (await call(page, 'candidate:read', { id })).candidate.login).not.toBeNull()
  await application.forget()
})

async function codeOf(address: string, username: string): Promise<string> {
  const reply = await fetch(address + pairingCode.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoPassword }),
  })
  return pairingCode.reply.parse(await reply.json()).code
}
