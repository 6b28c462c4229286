import { z } from 'zod'
import { idSchema } from '../ids.ts'
import type { AppError } from '../result.ts'
import { mayReadResults } from '../rights.ts'
import { daySchema } from '../time.ts'
import { call } from './call.ts'

/** As many sheets as one batch may have: an afternoon's work of a small printer, and a list that can still be read. */
export const mostSheets = 300

/** What a sheet is called on the screen. */
interface SheetName {
  readonly documentId: string
  readonly number: string
  readonly lastName: string
  readonly firstName: string
}

/** A released success attestation that a batch may take. */
export interface PrintChoice extends SheetName {
  readonly exam: string
  readonly examDate: string
  /** How often it was printed or saved, on any desk of the centre: its next sheet is a duplicate from 1 on. */
  readonly copies: number
}

export interface PrintChoices {
  /** At most `mostSheets`, in the order asked for. */
  readonly rows: readonly PrintChoice[]
  /** How many there are, also beyond the rows. */
  readonly total: number
  /** The sessions that have any to print, the latest first, whichever one is asked for. */
  readonly sessions: readonly {
    readonly id: string
    readonly date: string
    readonly startTime: string
    readonly locationId: string
    readonly count: number
  }[]
}

/**
 * What became of a sheet. `sending` is read only of one that was under way when the program ended: nobody but the person
 * beside the printer knows whether it came out.
 */
export type SheetStatus = 'waiting' | 'sending' | 'sent' | 'failed'

export interface BatchSheet extends SheetName {
  /** From 1. */
  readonly position: number
  /** 1 for the original; from 2 on the sheet says that it is a duplicate. */
  readonly copy: number
  readonly status: SheetStatus
  /** Why it failed. */
  readonly error: AppError | null
}

/** The batch of this desk: there is one at a time, kept until it is ended, whoever is signed in. */
export interface PrintBatch {
  readonly id: string
  readonly startedAt: string
  readonly startedBy: string
  readonly sheets: readonly BatchSheet[]
}

export const sheetOrders = ['name', 'session'] as const
export type SheetOrder = (typeof sheetOrders)[number]

const position = z.int().min(1).max(mostSheets)

export const printBatchCalls = {
  /** The released attestations that could be printed now. `releasedSince` is a Belgian day. */
  'printBatch:choices': call<PrintChoices>()(
    z.strictObject({
      sessionId: idSchema.nullable(),
      releasedSince: daySchema.nullable(),
      onlyUnprinted: z.boolean(),
      order: z.enum(sheetOrders),
    }),
    mayReadResults,
  ),
  'printBatch:read': call<PrintBatch | null>()(z.strictObject({}), mayReadResults),
  /**
   * Lays the sheets ready, in this order; none is printed yet. `printBatch.open` while another one is not over. The same
   * `id` twice is the same batch.
   */
  'printBatch:start': call<PrintBatch>()(
    z.strictObject({ id: idSchema, documentIds: z.array(idSchema).min(1).max(mostSheets).readonly() }),
    mayReadResults,
  ),
  /**
   * Prints one sheet, whether it waits or failed before, and answers what became of it: a fault of this one document or
   * of the printer is data (`error`). Refuses with `printBatch.unsettled` for one whose fate is not known, and with
   * whatever keeps anything from being printed, such as `operator.grantExpired`.
   */
  'printBatch:printSheet': call<BatchSheet>()(
    z.strictObject({ position, printer: z.string().max(200) }),
    mayReadResults,
  ),
  /** Says of a sheet whose fate is not known whether it came out: then it is noted, else it waits again. */
  'printBatch:settle': call<PrintBatch>()(z.strictObject({ position, cameOut: z.boolean() }), mayReadResults),
  /** Gives up what was not printed and forgets the batch; the journal stays. `printBatch.unsettled` as above. */
  'printBatch:end': call<null>()(z.strictObject({}), mayReadResults),
} as const
