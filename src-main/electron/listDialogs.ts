import { type BrowserWindow, dialog } from 'electron'

/** The system's own question which list to read; null when it is cancelled. */
export async function askWhichList(window: BrowserWindow | undefined): Promise<string | null> {
  const options = {
    filters: [{ name: 'CSV, XLSX', extensions: ['csv', 'txt', 'tsv', 'xlsx', 'xlsm'] }],
    properties: ['openFile' as const],
  }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** The system's own question where to save a table; null when it is cancelled. */
export async function askWhereReport(window: BrowserWindow | undefined, fileName: string): Promise<string | null> {
  const options = {
    defaultPath: fileName,
    filters: [{ name: 'CSV', extensions: ['csv'] }],
    properties: ['showOverwriteConfirmation' as const],
  }
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (canceled || filePath === '') return null
  return filePath.toLowerCase().endsWith('.csv') ? filePath : `${filePath}.csv`
}
