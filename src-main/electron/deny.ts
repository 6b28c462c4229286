import { app, session } from 'electron'
import { appOrigin } from './appScheme.ts'

/** Refuses, for every page there will ever be, what this application never needs. Each is a point of Electron's checklist. */
export function denyByDefault(): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault(): void; readonly url: string }) => {
      if (!event.url.startsWith(`${appOrigin}/`)) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  app.on('session-created', denyPermissions)
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault()
    decide(false)
  })
}

/** A session made before anybody listened, the default one, is told as well. */
export const denyInDefaultSession = (): void => denyPermissions(session.defaultSession)

function denyPermissions(asked: Electron.Session): void {
  asked.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  asked.setPermissionCheckHandler(() => false)
  asked.setDevicePermissionHandler(() => false)
  asked.on('will-download', (event) => event.preventDefault())
}
