import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, Menu } from 'electron'
import log from 'electron-log/main.js'
import { answer } from './calls.ts'
import { createDesk, type DeskOptions } from './desk/desk.ts'
import { appOrigin, declareAppScheme } from './electron/appScheme.ts'
import { denyByDefault, denyInDefaultSession } from './electron/deny.ts'
import { lockWhenIdle } from './electron/idle.ts'
import { systemKeyring } from './electron/keyring.ts'
import { askWhereReport, askWhichList } from './electron/listDialogs.ts'
import { askWhereToSave, systemPrinting } from './electron/printing.ts'
import { openWindow } from './electron/window.ts'
import { handlers } from './handlers.ts'
import { handle } from './ipc.ts'
import { passwordCost } from './operators/keys.ts'
import { loadHttp, timeouts } from './sync/http.ts'

const given = app.commandLine.getSwitchValue('user-data-dir')
// What this program writes is for the person who runs it.
process.umask(0o077)
if (given !== '') app.setPath('userData', given)
app.enableSandbox()
declareAppScheme()
denyByDefault()

log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs/main.log')
log.transports.console.level = false
log.transports.ipc.level = false

// A second instance would be a second writer of the cache: it shows the first one's window and goes.
if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  await app.whenReady()
  const folder = app.getPath('userData')
  mkdirSync(folder, { recursive: true })
  denyInDefaultSession()
  Menu.setApplicationMenu(null)

  let window: BrowserWindow | undefined
  const tell: DeskOptions['emit'] = (name, value) => {
    if (window && !window.isDestroyed()) window.webContents.send(name, value)
  }
  const desk = createDesk({
    folder,
    appVersion: app.getVersion(),
    language: app.getPreferredSystemLanguages()[0]?.startsWith('nl') ? 'nl' : 'fr',
    keyring: await systemKeyring(),
    now: () => new Date(),
    random: Math.random,
    timeouts,
    passwordCost,
    documents: {
      drawingWorker: join(import.meta.dirname, 'drawing.js'),
      fonts: join(app.getAppPath(), 'resources/fonts'),
      printing: systemPrinting(),
      askWhere: (fileName) => askWhereToSave(window, fileName),
    },
    lists: {
      readingWorker: join(import.meta.dirname, 'reading.js'),
      askWhich: () => askWhichList(window),
      askWhereReport: (fileName) => askWhereReport(window, fileName),
    },
    firstLoadWorker: join(import.meta.dirname, 'firstLoad.js'),
    report: (what, error) => {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      log.error(`${what} failed: ${error instanceof Error ? error.name : 'unknown'} ${code}`)
    },
    emit: tell,
  })

  const idle = lockWhenIdle(desk, Date.now)
  handle(appOrigin, (name, args) => {
    idle.heard(name)
    return answer(handlers, desk, name, args)
  })
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  // Whoever ends the program, the window closes first: it may ask about what is typed in it, and stay. Then the cache is
  // closed, and only then is the quitting final; with an open cache Electron would wait for it for ever.
  app.on('before-quit', (event) => {
    if (!desk.opened() || !window || window.isDestroyed()) return
    event.preventDefault()
    window.close()
  })
  app.on('window-all-closed', () => void desk.lock().then(() => app.quit()))

  window = openWindow(app.getAppPath())
  idle.watch(window)
  // While the window's own process begins: nobody waits for anything yet.
  void loadHttp()
  log.info(`started ${app.getVersion()}, Electron ${process.versions.electron}`)

  // For whoever installs many PCs: pairs a new desk at its first start, through the same call as the screen. A central
  // that does not answer keeps nobody from seeing the window.
  const central = app.commandLine.getSwitchValue('central')
  const code = app.commandLine.getSwitchValue('pairing-code')
  if (central !== '' && code !== '' && desk.state().phase === 'unpaired') {
    const paired = await answer(handlers, desk, 'desk:pair', { address: central, code })
    log.info(paired.ok ? 'paired' : `not paired: ${paired.error.code}`)
    tell('desk:changed', desk.state())
  }
}
