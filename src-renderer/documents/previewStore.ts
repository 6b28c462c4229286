import { createStore, type StoreApi } from 'zustand'
import type { DocumentKind } from '../../shared/attestation.ts'
import type { DocumentPreview, Printer } from '../../shared/calls/document.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

export interface Source {
  readonly kind: DocumentKind
  readonly id: string
}

/** A preview from its drawing to the sheet that left: `done` says how it left, and then nothing more can be sent of it. */
interface PreviewState {
  readonly preview: DocumentPreview | null
  /** Its pages are on the screen: nothing is sent that nobody could see. */
  readonly drawn: boolean
  readonly printers: readonly Printer[] | null
  readonly printer: string
  readonly copies: string
  readonly busy: 'drawing' | 'printing' | 'saving' | null
  readonly done: 'printed' | 'saved' | null
  readonly error: AppError | null
}

export interface Preview {
  readonly store: StoreApi<PreviewState>
  /** Draws the document, again after it was sent: a further sheet says that it is a duplicate. */
  open(): Promise<void>
  noteDrawn(drawn: boolean): void
  choosePrinter(printer: string): void
  typeCopies(copies: string): void
  print(): Promise<void>
  save(): Promise<void>
  close(): void
}

/** As many as one act may send. */
export const mostCopies = 20

export const copiesOf = (typed: string): number | null =>
  /^\d{1,2}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= mostCopies ? Number(typed) : null

export function createPreview(desk: Desk, newId: () => string, source: Source): Preview {
  const store = createStore<PreviewState>(() => ({
    preview: null,
    drawn: false,
    printers: null,
    printer: '',
    copies: '1',
    busy: null,
    done: null,
    error: null,
  }))
  const { getState, setState } = store
  let isClosed = false

  async function readPrinters(): Promise<void> {
    const { printers, last } = await desk.call('document:printers', {})
    const has = (name: string | null | undefined) => printers.some((printer) => printer.name === name)
    const { printer } = getState()
    const usual = printers.find(({ isDefault }) => isDefault)?.name
    const chosen = [printer, last, usual, printers[0]?.name].find(has)
    setState({ printers, printer: chosen ?? '' })
  }

  /** Its bytes leave the memory of the main process. A desk that was locked meanwhile has done so already. */
  const forget = ({ job }: DocumentPreview): void => {
    desk.call('document:close', { job }).catch(() => undefined)
  }

  /** Does one thing at a time; what fails is shown and leaves everything as it was. */
  async function during(busy: NonNullable<PreviewState['busy']>, work: () => Promise<void>): Promise<void> {
    if (getState().busy !== null) return
    setState({ busy, error: null })
    try {
      await work()
    } catch (thrown) {
      setState({ error: errorOf(thrown) })
    } finally {
      setState({ busy: null })
    }
  }

  return {
    store,
    open: () =>
      during('drawing', async () => {
        setState({ preview: null, drawn: false, done: null })
        const preview = await desk.call('document:preview', source)
        setState({ preview })
        if (isClosed) forget(preview)
        else await readPrinters()
      }),
    noteDrawn: (drawn) =>
      setState(drawn ? { drawn } : { error: { code: 'call.failed', message: 'the pages cannot be drawn' } }),
    choosePrinter: (printer) => setState({ printer }),
    typeCopies: (copies) => setState({ copies }),
    print: async () => {
      const { preview, drawn, printer, copies: typed, done } = getState()
      const copies = copiesOf(typed)
      if (!preview || !drawn || printer === '' || copies === null || done) return
      await during('printing', async () => {
        try {
          await desk.call('document:print', { changeId: newId(), job: preview.job, printer, copies })
          setState({ done: 'printed' })
        } catch (thrown) {
          // The list is stale when one of it is gone.
          if (errorOf(thrown).code === 'printer.unknown') await readPrinters()
          throw thrown
        }
      })
    },
    save: async () => {
      const { preview, drawn, done } = getState()
      if (!preview || !drawn || done) return
      await during('saving', async () => {
        const saved = await desk.call('document:save', { changeId: newId(), job: preview.job })
        if (saved) setState({ done: 'saved' })
      })
    },
    close: () => {
      isClosed = true
      const { preview } = getState()
      if (preview) forget(preview)
    },
  }
}
