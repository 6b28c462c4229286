import type { Printer } from '../../shared/calls/document.ts'

/** How documents reach a printer: CUPS where there is one, a hidden window elsewhere, a private queue in a test. */
export interface PrintPort {
  printers(): Promise<readonly Printer[]>
  /**
   * Sends a PDF; done when the printer's queue has taken it, which is all that anybody can know.
   *
   * Refuses with `printer.unknown` or `printer.failed`, and with `printer.silent` when it may have been taken or not. `title` is shown in the queue and holds nobody's name.
   */
  print(job: {
    readonly printer: string
    readonly bytes: Uint8Array
    readonly copies: number
    readonly title: string
  }): Promise<void>
}

/** Asks the operator where a file is to go; null when he gave up. */
type AskWhere = (fileName: string) => Promise<string | null>

export interface DocumentPorts {
  /** The script of the thread that draws, and the folder where its typefaces are. */
  readonly drawingWorker: string | URL
  readonly fonts: string
  readonly printing: PrintPort
  readonly askWhere: AskWhere
}
