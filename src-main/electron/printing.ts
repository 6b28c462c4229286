import { type BrowserWindow, dialog } from 'electron'
import { cupsPrinting } from '../documents/cups.ts'
import type { PrintPort } from '../documents/ports.ts'

/**
 * How this system prints. Linux and macOS have CUPS, which takes a PDF as it is.
 *
 * Windows has nothing that does: there a document is saved as a file and printed from what opens it.
 */
export const systemPrinting = (): PrintPort => (process.platform === 'win32' ? noPrinters : cupsPrinting())

const noPrinters: PrintPort = {
  printers: async () => [],
  print: async () => {
    throw new Error('no printer was offered')
  },
}

/** The system's own question where to save a PDF; null when it is cancelled. */
export async function askWhereToSave(window: BrowserWindow | undefined, fileName: string): Promise<string | null> {
  const options = {
    defaultPath: fileName,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation' as const],
  }
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (canceled || filePath === '') return null
  return filePath.toLowerCase().endsWith('.pdf') ? filePath : `${filePath}.pdf`
}
