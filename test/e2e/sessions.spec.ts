import type { Page } from '@playwright/test'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { demoPassword } from '../../src-central/demo/world.ts'
import {
  type Application,
  expect,
  fillSignIn,
  goTo,
  openRecord,
  signIn,
  test,
  useLanguage,
} from '../helpers/application.ts'
import { judge, resize } from '../helpers/look.ts'
import { texts } from '../helpers/texts.ts'

/** Whether or not something speaks against it. */
const confirm = ({ confirm, confirmAnyway }: { readonly confirm: string; readonly confirmAnyway: string }) =>
  new RegExp(`^(${confirm}|${confirmAnyway})$`)
const start = (text: string) => new RegExp(text.split(/[{(]/)[0] ?? '')

async function openSessions(page: Page, language: InterfaceLanguage, username = 'marie.lambert'): Promise<void> {
  const { sessions } = texts(language)
  if (language !== 'fr') await useLanguage(page, language)
  await fillSignIn(page, language, username, demoPassword)
  await page.getByRole('navigation').getByRole('button', { name: sessions.title }).click()
  await expect(page.getByRole('heading', { name: sessions.title })).toBeVisible()
  await expect(page.locator('[role="row"][aria-selected]').first()).toBeVisible({ timeout: 30_000 })
}

/** Opens the last session of the list, which takes people whatever the hour, and waits for its people. */
async function openLast(page: Page, language: InterfaceLanguage): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: texts(language).sessions.people.title })).toBeVisible()
}

for (const language of ['fr', 'nl'] as const) {
  test(`the sessions are accessible in ${language}, light and dark, at 100 % and at 200 %`, async ({ desk }) => {
    test.setTimeout(300_000)
    const application = await desk()
    const { page } = application
    const { sessions } = texts(language)
    const seen = (name: string) => judge(application, `sessions/${language}-${name}`)
    await resize(application, { width: 1440, height: 900, zoom: 1 })
    await openSessions(page, language)
    await seen('list')
    await openLast(page, language)
    await seen('people')

    await page.getByRole('combobox', { name: sessions.register.label }).fill('ma')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await seen('search')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: confirm(sessions.register) })).toBeVisible()
    await seen('register')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('form', { name: sessions.register.label })).toHaveCount(0)
    await page.getByRole('table').getByRole('checkbox').last().focus()
    await page.keyboard.press('F2')
    await expect(page.getByLabel(sessions.people.examLanguage)).toBeVisible()
    await seen('person')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: sessions.people.moveAll }).click()
    await expect(page.getByRole('radio').first()).toBeVisible()
    await seen('move')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: sessions.acts.cancel }).click()
    await expect(page.getByLabel(sessions.reason.label)).toBeVisible()
    await seen('cancel')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: sessions.tabs.fields }).click()
    await seen('fields')
    await page.getByRole('button', { name: sessions.view.calendar }).click()
    await seen('calendar-open')
    await page.keyboard.press('Control+n')
    await page.keyboard.press('Control+s')
    await expect(page.getByText(texts(language).fields['field.required']).first()).toBeVisible()
    await seen('new')
    await page.keyboard.press('Escape')
    await expect(page.getByText(sessions.beginHelp)).toHaveCount(0)
    await seen('calendar')
  })
}

/** Fills the fields of a new session on 15 January and creates it. */
async function createSession(page: Page, language: InterfaceLanguage, room: string): Promise<void> {
  const { sessions } = texts(language)
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel(sessions.fields.date)).toBeFocused()
  await page.keyboard.type('15/1')
  await page.keyboard.press('Tab')
  await page.keyboard.type('900')
  await page.keyboard.press('Tab')
  await page.keyboard.type('12h30')
  await page.getByLabel(sessions.fields.locationId).last().selectOption({ label: 'Namur' })
  await expect(page.getByLabel(sessions.fields.seats)).toHaveValue('18')
  await page.getByLabel(sessions.fields.room, { exact: true }).fill(room)
  await page.getByRole('checkbox').first().check()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: '09:00 – 12:30' })).toBeVisible()
  await expect(page.getByText(sessions.empty.people)).toBeVisible()
}

/** Registers the first person found, with the keyboard alone. */
async function registerFirst(page: Page, language: InterfaceLanguage, text: string): Promise<void> {
  const { sessions } = texts(language)
  await expect(page.getByRole('combobox', { name: sessions.register.label })).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.type(text)
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form', { name: sessions.register.label })).toBeVisible()
}

test('a session is created, filled, corrected, emptied and cancelled with the keyboard', async ({ desk }) => {
  test.setTimeout(120_000)
  const { page } = await desk()
  const { sessions, fields } = texts('fr')
  await openSessions(page, 'fr')
  await createSession(page, 'fr', 'Salle du clavier')
  await expect(
    page
      .getByText(start(sessions.savedLine.registered))
      .or(page.getByText(sessions.code.split('{')[0] ?? ''))
      .first(),
  ).toBeVisible()

  await registerFirst(page, 'fr', 'ma')
  await expect(page.getByRole('button', { name: confirm(sessions.register) })).toBeFocused()
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: sessions.people.title })
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('combobox', { name: sessions.register.label })).toBeFocused()

  await table.getByRole('checkbox').last().focus()
  await page.keyboard.press('F2')
  await page.getByLabel(sessions.people.columns.pc).fill('17')
  await page.keyboard.press('Enter')
  await expect(table.getByRole('cell', { name: '17', exact: true })).toBeVisible()
  await expect(table.getByRole('checkbox').last()).toBeFocused()

  await page.keyboard.press('Space')
  await expect(page.getByText(sessions.people.selected_one.replace('{{count, number}}', '1'))).toBeVisible()
  await page.getByRole('button', { name: sessions.people.move, exact: true }).click()
  await page.getByRole('radio').first().check()
  await page.keyboard.press('Enter')
  await expect(page.getByText(sessions.empty.people)).toBeVisible()

  await page.getByRole('button', { name: sessions.acts.cancel }).click()
  await expect(page.getByLabel(sessions.reason.label)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(fields['field.required'])).toBeVisible()
  await page.getByLabel(sessions.reason.label).fill('Salle inondée')
  await page.keyboard.press('Enter')
  await expect(page.getByText(sessions.cancelledBecause.replace('{{reason}}', 'Salle inondée'))).toBeVisible()
  await expect(page.getByRole('combobox', { name: sessions.register.label })).toHaveCount(0)
})

test('a full session takes one more person from the manager only, with a reason', async ({ desk }) => {
  test.setTimeout(120_000)
  const { sessions } = texts('fr')
  const { page } = await desk()
  const full = (on: Page) => on.getByRole('row').filter({ hasText: sessions.full }).last()
  await openSessions(page, 'fr')
  await full(page).click()
  await registerFirst(page, 'fr', 'ma')
  await expect(page.getByText(sessions.warnings.askManager)).toBeVisible()
  await expect(page.getByRole('button', { name: confirm(sessions.register) })).toHaveAttribute('aria-disabled', 'true')

  const manager = (await desk()).page
  await openSessions(manager, 'fr', 'anne.wauthier')
  await full(manager).click()
  await registerFirst(manager, 'fr', 'ma')
  await manager.getByRole('form', { name: sessions.register.label }).getByRole('checkbox').first().check()
  await manager.getByLabel(sessions.warnings.overrideLabel).fill('Un portable ajouté')
  await manager.keyboard.press('Enter')
  await expect(manager.getByRole('form', { name: sessions.register.label })).toHaveCount(0)
  await expect(full(manager)).toContainText(/(\d+)\/(\d+)/)
})

test('two desks change the same room: both values are shown, and mine can be kept', async ({ desk }) => {
  test.setTimeout(120_000)
  const { sessions } = texts('fr')
  const [{ page: first }, { page: second }] = [await desk(), await desk()]
  const openFields = async (page: Page) => {
    await openSessions(page, 'fr')
    await openLast(page, 'fr')
    await page.getByRole('tab', { name: sessions.tabs.fields }).click()
  }
  const room = (page: Page) => page.getByLabel(sessions.fields.room, { exact: true })
  await openFields(first)
  await room(first).fill('Salle Meuse')
  await openFields(second)
  await room(second).fill('Salle Sambre')
  await second.keyboard.press('Control+s')
  await expect(second.getByText(start(sessions.savedLine.registered))).toBeVisible()
  await first.bringToFront()
  await room(first).press('Control+s')
  await expect(first.getByText(sessions.conflict.title)).toBeVisible({ timeout: 20_000 })
  const choice = first.getByRole('group', { name: sessions.inSentence.room, exact: true })
  await expect(choice).toContainText('Salle Meuse')
  await expect(choice).toContainText('Salle Sambre')
  await choice.getByRole('radio').last().check()
  await first.getByRole('button', { name: sessions.conflict.confirm }).click()
  await expect(first.getByText(sessions.conflict.title)).toHaveCount(0)
  await expect(room(first)).toHaveValue('Salle Meuse')
  await second.keyboard.press('F5')
  await expect(room(second)).toHaveValue('Salle Meuse', { timeout: 20_000 })
})

for (const [language, lastName] of [
  ['fr', 'Popescu'],
  ['nl', 'Azzouzi'],
] as const) {
  test(`somebody is registered from his record, in the session that is chosen for him, in ${language}`, async ({
    desk,
  }) => {
    test.setTimeout(180_000)
    const application = await desk()
    const { page } = application
    const { candidates, sessions } = texts(language)
    const waiting = page.getByRole('status').filter({ hasText: `${sessions.choosing.title} ${lastName}` })
    const grid = page.getByRole('grid')
    const form = page.getByRole('form', { name: sessions.register.label })
    const comeToRegister = async () => {
      await page.getByRole('button', { name: candidates.record.register }).click()
      await expect(waiting).toBeVisible()
      await expect(grid).toBeFocused()
    }
    await signIn(page, language)
    await openRecord(page, language, lastName.toLowerCase())
    await comeToRegister()
    await page.keyboard.press('Escape')
    await expect(waiting).toHaveCount(0)

    await goTo(page, candidates.title)
    await comeToRegister()
    await judge(application, `sessions/${language}-choosing`)
    await grid.focus()
    await page.keyboard.press('End')
    await expect(form).toContainText(lastName)
    await expect(grid).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('End')
    await expect(form).toContainText(lastName)
    await page.keyboard.press('Enter')
    await expect(grid).not.toBeFocused()
    await judge(application, `sessions/${language}-choosing-form`)
    await form.getByRole('checkbox').first().check()
    await form.getByRole('button', { name: confirm(sessions.register) }).click()
    await expect(page.getByRole('table', { name: sessions.people.title })).toContainText(lastName)
    await expect(waiting).toHaveCount(0)
  })
}

for (const language of ['fr', 'nl'] as const) {
  test(`why Certassur refused a registration stands with the person, in ${language}`, async ({ desk, central }) => {
    test.setTimeout(240_000)
    const { sessions, errors } = texts(language)
    const both = [await desk(), await desk()]
    for (const { page } of both) {
      await openSessions(page, language)
      await page.getByRole('grid').focus()
      await page.keyboard.press('End')
      await expect(page.getByRole('combobox', { name: sessions.register.label })).toBeVisible()
    }
    await central.kill()
    for (const { page } of both) {
      await registerFirst(page, language, language === 'fr' ? 'claes' : 'peeters')
      await page.getByRole('form', { name: sessions.register.label }).getByRole('checkbox').first().check()
      await page.getByRole('form', { name: sessions.register.label }).getByRole('button').first().click()
      await expect(page.getByRole('form', { name: sessions.register.label })).toHaveCount(0)
    }
    await central.restart()
    for (const { page } of both) await page.keyboard.press('F5')
    // Whose request comes first is not ours to say: the other one is refused.
    const answerOn = ({ page }: Application) => page.getByRole('table').getByText(errors['registration.twice'].what)
    const told = async () => Promise.all(both.map((one) => answerOn(one).isVisible()))
    await expect.poll(told, { timeout: 40_000 }).toContain(true)
    const refused = both[(await told()).indexOf(true)]
    if (!refused) throw new Error('nobody was refused')
    await expect(refused.page.getByRole('button', { name: sessions.refusedPeople.go })).toBeVisible()
    await judge(refused, `sessions/${language}-refused`)
  })
}

test('compact rows reach the lists', async ({ desk }) => {
  const application = await desk()
  const { page } = application
  const { candidates, sessions, settings } = texts('fr')
  const heightOf = async (place: string) => (await page.locator(place).nth(1).boundingBox())?.height
  const rows = '[role="row"][aria-selected]'
  await signIn(page)
  await expect.poll(() => heightOf(rows)).toBe(36)
  await page.keyboard.press('F1')
  await page.getByRole('button', { name: settings.density.compact }).click()
  await goTo(page, candidates.title)
  await expect.poll(() => heightOf(rows)).toBe(28)
  await judge(application, 'sessions/fr-compact-candidates')
  await goTo(page, sessions.title)
  await expect.poll(() => heightOf(rows)).toBe(44)
  await openLast(page, 'fr')
  const heights = () =>
    page.locator('tr[data-row]').evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().height))
  // One with two remarks is taller.
  await expect.poll(async () => Math.min(...(await heights()))).toBeLessThan(38)
  await judge(application, 'sessions/fr-compact')
})
