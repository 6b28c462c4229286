import { readFileSync } from 'node:fs'
import { expect, openRecord, signIn, test } from '../helpers/application.ts'

test('the packaged application pairs, signs in, receives its records and shows the list', async ({ desk }) => {
  const { electron, page } = await desk()
  expect(await electron.evaluate(({ app }) => app.isPackaged)).toBe(true)
  await signIn(page)
  await openRecord(page, 'fr', 'kowalska')
})

test('it is served from its archive, in the real sandbox, with an encrypted cache', async ({ desk }) => {
  const { electron, page, folder } = await desk()
  await signIn(page)
  expect(await electron.evaluate(({ app }) => app.getAppPath())).toMatch(/app\.asar$/)
  const pid = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m)
  expect(readFileSync(`${folder}/cache.db`).includes('CREATE TABLE')).toBe(false)
})
