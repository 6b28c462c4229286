import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/** Sharp at 200 % on an ordinary screen; a page is then some 1,200 dots wide. */
const DOTS_PER_POINT = 2

/**
 * Draws the pages of a PDF, one canvas after the other, with what the preview will print: the same bytes.
 *
 * The library is only fetched when a document is looked at.
 * @param onPage hears each page when it is drawn, counted from 1
 */
export async function drawPages(
  bytes: Uint8Array,
  signal: AbortSignal,
  onPage: (canvas: HTMLCanvasElement, page: number, pages: number) => void,
): Promise<void> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  GlobalWorkerOptions.workerSrc = worker
  // The worker takes the bytes over, and a window that is drawn anew needs them once more.
  const task = getDocument({ data: bytes.slice() })
  try {
    const pdf = await task.promise
    for (let number = 1; number <= pdf.numPages && !signal.aborted; number++) {
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale: DOTS_PER_POINT })
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      await page.render({ canvas, viewport }).promise
      if (!signal.aborted) onPage(canvas, number, pdf.numPages)
    }
  } finally {
    await task.destroy()
  }
}
