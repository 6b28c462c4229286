/** What a list needs of the system: its thread, and the system's own questions. */
export interface ListPorts {
  /** The script of the thread that reads. */
  readonly readingWorker: string | URL
  /** Asks the operator which file; null when he gave up. */
  readonly askWhich: () => Promise<string | null>
  /** Asks where the report is to go; null when he gave up. */
  readonly askWhereReport: (fileName: string) => Promise<string | null>
}
