import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Printer } from '../../shared/calls/document.ts'
import type { PrintBatch, PrintChoices } from '../../shared/calls/printBatch.ts'
import type { CallArgs } from '../../shared/ipc.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

type Wanted = CallArgs<'printBatch:choices'>

interface BatchState {
  readonly wanted: Wanted
  readonly choices: PrintChoices | null
  /** Of the rows, those that are not to be printed. */
  readonly left: ReadonlySet<string>
  readonly printers: readonly Printer[] | null
  readonly printer: string
  readonly batch: PrintBatch | null
  /** The sheet that is on its way to the printer. */
  readonly position: number | null
  /** No further sheet after the one under way. */
  readonly stopping: boolean
  readonly error: AppError | null
}

/** Several attestations one after the other: which, on which printer, and what became of each. */
export interface BatchStore extends StoreApi<BatchState> {
  open(): Promise<void>
  want(wanted: Partial<Wanted>): Promise<void>
  /** Takes one out of the batch, or in again. */
  toggle(documentId: string): void
  choosePrinter(printer: string): void
  /** Lays the chosen sheets ready and prints them. */
  start(): Promise<void>
  /** Prints what waits; with `failed` also what did not go before. */
  goOn(failed?: boolean): Promise<void>
  /** Ends after the sheet under way. */
  stop(): void
  /** Says whether a sheet came out of which nobody knew it. */
  settle(position: number, cameOut: boolean): Promise<void>
  /** Gives up what was not printed, and chooses anew. */
  end(): Promise<void>
}

const first: Wanted = { sessionId: null, releasedSince: null, onlyUnprinted: true, order: 'name' }

/** @param newId makes a UUIDv7 */
export function createBatch(desk: Desk, newId: () => string): BatchStore {
  const store = createStore<BatchState>(() => ({
    wanted: first,
    choices: null,
    left: new Set(),
    printers: null,
    printer: '',
    batch: null,
    position: null,
    stopping: false,
    error: null,
  }))
  // Pressed twice it is one batch.
  let id = newId()

  async function attempt(work: () => Promise<void>): Promise<void> {
    store.setState({ error: null })
    try {
      await work()
    } catch (thrown) {
      store.setState({ error: errorOf(thrown) })
    }
  }
  async function choose(): Promise<void> {
    const { wanted } = store.getState()
    const choices = await desk.call('printBatch:choices', wanted)
    if (store.getState().wanted === wanted) store.setState({ choices, left: new Set() })
  }
  async function printers(): Promise<void> {
    const found = await desk.call('document:printers', {})
    const kept = [store.getState().printer, found.last].find((name) => found.printers.some((one) => one.name === name))
    const usual = found.printers.find(({ isDefault }) => isDefault) ?? found.printers[0]
    store.setState({ printers: found.printers, printer: kept ?? usual?.name ?? '' })
  }

  async function run(failed: boolean): Promise<void> {
    const { batch, printer, position } = store.getState()
    if (!batch || position !== null || printer === '') return
    store.setState({ stopping: false })
    const due = batch.sheets.filter(({ status }) => status === 'waiting' || (failed && status === 'failed'))
    try {
      for (const sheet of due) {
        if (store.getState().stopping) break
        store.setState({ position: sheet.position })
        const printed = await desk.call('printBatch:printSheet', { position: sheet.position, printer })
        const now = store.getState().batch
        if (now) {
          const sheets = now.sheets.map((one) => (one.position === printed.position ? printed : one))
          store.setState({ batch: { ...now, sheets } })
        }
        // The next one would not go there either.
        if (printed.error?.code === 'printer.unknown') {
          await printers()
          break
        }
      }
    } finally {
      store.setState({ position: null, stopping: false })
    }
  }

  return {
    ...store,
    open: () =>
      attempt(async () => {
        store.setState({ batch: await desk.call('printBatch:read', {}) })
        await Promise.all([choose(), printers()])
      }),
    want: (wanted) =>
      attempt(async () => {
        store.setState({ wanted: { ...store.getState().wanted, ...wanted } })
        await choose()
      }),
    toggle(documentId) {
      const left = new Set(store.getState().left)
      if (!left.delete(documentId)) left.add(documentId)
      store.setState({ left })
    },
    choosePrinter: (printer) => store.setState({ printer }),
    start: () =>
      attempt(async () => {
        const { choices, left } = store.getState()
        const documentIds = choices?.rows.map(({ documentId }) => documentId).filter((one) => !left.has(one)) ?? []
        if (documentIds.length === 0) return
        store.setState({ batch: await desk.call('printBatch:start', { id, documentIds }) })
        await run(false)
      }),
    goOn: (failed = false) => attempt(() => run(failed)),
    stop: () => store.setState({ stopping: true }),
    settle: (position, cameOut) =>
      attempt(async () => {
        store.setState({ batch: await desk.call('printBatch:settle', { position, cameOut }) })
      }),
    end: () =>
      attempt(async () => {
        await desk.call('printBatch:end', {})
        id = newId()
        store.setState({ batch: null })
        await choose()
      }),
  }
}
