import { join } from 'node:path'
import { BrowserWindow, screen, session } from 'electron'
import { appOrigin, serveApp } from './appScheme.ts'

const ZOOM_STEP = 0.5
const WIDEST_ZOOM = 4

/** The one window. Its session lives in memory: nothing of the page is ever written to the disk. */
export function openWindow(appPath: string): BrowserWindow {
  const inMemory = session.fromPartition('desk')
  serveApp(inMemory, join(appPath, 'out/renderer'))
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    width: Math.min(1440, width),
    height: Math.min(900, height),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Certassur Centre',
    backgroundColor: '#f3f5f7',
    webPreferences: {
      preload: join(appPath, 'out/preload/preload.cjs'),
      session: inMemory,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  zoomByKeyboard(window)
  window.loadURL(`${appOrigin}/index.html`).catch(() => {
    // A reload that overtakes the first load ends it with an error and shows the page all the same.
  })
  return window
}

/** Without a menu the usual zoom keys have to be heard here. */
function zoomByKeyboard({ webContents }: BrowserWindow): void {
  webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !(input.control || input.meta)) return
    const level = webContents.getZoomLevel()
    const next = { '+': level + ZOOM_STEP, '=': level + ZOOM_STEP, '-': level - ZOOM_STEP, '0': 0 }[input.key]
    if (next === undefined) return
    event.preventDefault()
    webContents.setZoomLevel(Math.max(-2, Math.min(WIDEST_ZOOM, next)))
  })
}
