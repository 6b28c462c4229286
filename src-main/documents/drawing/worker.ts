import { parentPort, workerData } from 'node:worker_threads'
import type { Attendance } from '../../../shared/attestation.ts'
import { attendancePdf } from '../../../shared/documents/attendance.ts'
import { type Invitations, invitationsPdf } from '../../../shared/documents/invitation.ts'
import { type SignList, signListPdf } from '../../../shared/documents/signList.ts'
import { successPdf, type SuccessSheet } from '../../../shared/documents/success.ts'
import { asResult } from '../../../shared/parse.ts'
import { assertNever, ok, type Result } from '../../../shared/result.ts'
import { readFonts } from '../fontFiles.ts'

/** What a document is drawn from: plain, and already judged by whoever sends it. Nothing is verified here. */
export type Drawable =
  | ({ readonly kind: 'success' } & SuccessSheet)
  | { readonly kind: 'attendance'; readonly row: Attendance; readonly copy: number }
  | { readonly kind: 'signList'; readonly list: SignList }
  | { readonly kind: 'invitations'; readonly made: Invitations }

/** What the main process hands over, and the answer to the order of this number; the bytes are transferred. */
export interface DrawOrder {
  readonly order: number
  readonly drawable: Drawable
}
export interface Drawn {
  readonly order: number
  readonly result: Result<Uint8Array>
}

/** Read once, from the folder that the thread was started with. */
const fonts = readFonts(workerData as string)

function pdfOf(drawable: Drawable): Promise<Uint8Array> {
  switch (drawable.kind) {
    case 'success':
      return successPdf(fonts, drawable)
    case 'attendance':
      return attendancePdf(fonts, drawable.row, drawable.copy)
    case 'signList':
      return signListPdf(fonts, drawable.list)
    case 'invitations':
      return invitationsPdf(fonts, drawable.made)
    default:
      return assertNever(drawable)
  }
}

async function draw({ order, drawable }: DrawOrder): Promise<void> {
  const result = await asResult(pdfOf(drawable).then(ok))
  const drawn: Drawn = { order, result }
  parentPort?.postMessage(drawn, result.ok ? [result.value.buffer as ArrayBuffer] : [])
}

parentPort?.on('message', (order: DrawOrder) => {
  draw(order).catch((error: unknown) => {
    // Nobody foresaw it: thrown where nothing catches it, it ends the thread, and the main process hears what it was.
    queueMicrotask(() => {
      throw error
    })
  })
})
