import { ipcMain, type WebFrameMain } from 'electron'
import type { Result } from '../shared/result.ts'
import { fail } from '../shared/result.ts'

/**
 * The one door from the window: the top frame of our own page, or nobody.
 * @param appOrigin origin that alone may call
 * @param reply answers a call; role and schema are judged there
 */
export function handle(appOrigin: string, reply: (name: unknown, args: unknown) => Promise<Result<unknown>>): void {
  ipcMain.handle('desk', async (event, name: unknown, args: unknown) =>
    isOurs(event.senderFrame, appOrigin) ? reply(name, args) : fail('call.forbidden', 'unknown sender'),
  )
}

/** A frame that is gone, a frame inside the page, or a page from elsewhere is not ours. */
const isOurs = (frame: WebFrameMain | null, appOrigin: string): boolean =>
  frame !== null && frame.parent === null && URL.canParse(frame.url) && frame.url.startsWith(`${appOrigin}/`)
