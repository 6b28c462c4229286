import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { callNames } from '../../shared/ipcNames.ts'
import { type Application, expect, openRecord, signIn, test } from '../helpers/application.ts'

/** What the page can reach, asked from inside the page. */
const inPage = <T>({ page }: Application, ask: () => T | Promise<T>): Promise<T> => page.evaluate(ask)

test('the page runs in the real sandbox of the system, without Node and without Electron', async ({ desk }) => {
  const application = await desk()
  const pid = await application.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m)
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('no-sandbox')
  const found = await inPage(application, () =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'].filter((name) => name in globalThis),
  )
  expect(found).toEqual([])
  expect(await inPage(application, () => Object.keys(Reflect.get(globalThis, 'desk') as object).toSorted())).toEqual([
    'invoke',
    'on',
  ])
})

test('the window is what Electron calls safe: isolation, sandbox, web security, no webview, nothing experimental', async ({
  desk,
}) => {
  const { electron } = await desk()
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
  })
  expect(preferences['webSecurity']).not.toBe(false)
  expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false)
  expect(preferences['experimentalFeatures'] ?? false).toBe(false)
  expect(preferences['nodeIntegrationInSubFrames'] ?? false).toBe(false)
})

test('the page comes with the whole policy, a fresh nonce each time, and no unsafe-inline', async ({ desk }) => {
  const application = await desk()
  const read = () =>
    inPage(application, async () => (await fetch('/index.html')).headers.get('content-security-policy') ?? '')
  const [one, two] = [await read(), await read()]
  expect(one).not.toBe(two)
  expect(one).not.toContain('unsafe-inline')
  expect(one).not.toContain("'unsafe-eval'")
  expect(one.replace(/'nonce-[A-Za-z0-9+/=]{24}'/, "'nonce'").split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'nonce'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ])
})

test('markup, inline script and eval are refused by the policy and by Trusted Types', async ({ desk }) => {
  const application = await desk()
  const outcome = await inPage(application, () => {
    const attempt = (work: () => unknown): string => {
      try {
        work()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    const place = document.createElement('div')
    return {
      markup: attempt(() => (place.innerHTML = '<img src=x onerror="window.hit = 1">')),
      foreignScript: attempt(() => (document.createElement('script').src = 'https://exemple.be/x.js')),
      secondPolicy: attempt(() => Reflect.get(globalThis, 'trustedTypes').createPolicy('other', {})),
      hit: Reflect.get(globalThis, 'hit') ?? null,
    }
  })
  expect(outcome).toEqual({
    markup: 'TypeError',
    foreignScript: 'TypeError',
    secondPolicy: 'TypeError',
    hit: null,
  })
  // Later, from the page itself: what the test asks directly is exempt from the policy.
  const evaluated = await inPage(
    application,
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            // oxlint-disable-next-line no-implied-eval -- that it is refused is the point
            resolve(new Function('return 1')())
          } catch (error) {
            resolve((error as Error).name)
          }
        })
      }),
  )
  expect(evaluated).toBe('EvalError')
  await application.forget()
})

test('only our own files are served, and nothing outside their folder', async ({ desk }) => {
  const application = await desk()
  const status = (path: string) => application.page.evaluate(async (at) => (await fetch(at)).status, path)
  expect(await status('/index.html')).toBe(200)
  for (const path of [
    '/../main/main.js',
    '/..%2fmain%2fmain.js',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../main/main.js',
    '/nothing.js',
  ]) {
    expect(await status(path), path).toBe(404)
  }
  await application.forget()
})

test('the page goes nowhere: no navigation, no window, no frame of elsewhere', async ({ desk }) => {
  const application = await desk()
  const { electron, page } = application
  for (const url of [
    'https://exemple.be/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'data:text/html,<h1>x</h1>',
    'app://other/',
  ]) {
    await page.evaluate((to) => {
      location.href = to
    }, url)
    expect(await page.evaluate(() => location.href), url).toBe('app://desk/index.html')
  }
  expect(await inPage(application, () => open('https://exemple.be/') === null)).toBe(true)
  const framed = await inPage(application, async () => {
    const frame = document.createElement('iframe')
    const blocked = new Promise((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective)),
    )
    frame.src = 'http://127.0.0.1:1/'
    document.body.append(frame)
    return { directive: await blocked, webview: 'loadURL' in document.createElement('webview') }
  })
  expect(framed).toEqual({ directive: 'frame-src', webview: false })
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await application.forget()
})

test('every file comes with headers that keep it what it is, and to ourselves', async ({ desk }) => {
  const application = await desk()
  const headers = await inPage(application, async () => {
    const reply = await fetch('/index.html')
    return ['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy'].map((name) =>
      reply.headers.get(name),
    )
  })
  expect(headers).toEqual(['nosniff', 'no-referrer', 'same-origin'])
})

test('every permission is denied', async ({ desk }) => {
  const application = await desk()
  const states = await inPage(application, async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
  const media = await inPage(application, () =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      (error: Error) => error.name,
    ),
  )
  expect(media).not.toBe('given')
})

test('another window or frame that calls is refused, whoever is signed in', async ({ desk }) => {
  const { electron, page } = await desk()
  await signIn(page)
  const replies = await electron.evaluate(async ({ BrowserWindow, app }, calls) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, sandbox: true, partition: 'stranger' },
    })
    await stranger.loadURL('data:text/html,<title>stranger</title>')
    const replies = (await stranger.webContents.executeJavaScript(
      `Promise.all(${JSON.stringify(calls)}.map((name) => window.desk.invoke(name, {})))`,
    )) as { ok: boolean; error?: { code: string } }[]
    stranger.destroy()
    return replies.map((reply) => reply.error?.code ?? 'answered')
  }, callNames)
  expect(new Set(replies)).toEqual(new Set(['call.forbidden']))
})

test('the page keeps nothing: no storage is written, and the session is in memory', async ({ desk }) => {
  const application = await desk()
  const { page, folder, electron } = application
  await signIn(page)
  await openRecord(page, 'fr', 'benali')
  const kept = await inPage(application, async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
    caches: (await caches.keys()).length,
  }))
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, cookies: '', caches: 0 })
  expect(
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.session.isPersistent(),
    ),
  ).toBe(false)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name))
    for (const word of ['Benali', 'benali', 'exemple.be', 'Marie Lambert'])
      expect(bytes.includes(word), `${word} in ${name}`).toBe(false)
  }
})

test('the log says that the application started, and names nobody', async ({ desk }) => {
  const application = await desk()
  await signIn(application.page)
  expect(application.log()).toContain('started')
  expect(application.log()).not.toMatch(/marie|lambert|exemple\.be|error/i)
})
