import { isFoundGlued, highlight, highlightNear } from './highlight.ts'

interface MarkedProps {
  readonly text: string
  readonly query: string
  /** Nobody has the words as typed: what is near to them is marked. */
  readonly near?: boolean
}

/** A text with the searched words marked. */
export function Marked({ text, query, near = false }: MarkedProps) {
  const pieces = near || isFoundGlued(text, query) ? highlightNear(text, query) : highlight(text, query)
  return pieces.map(({ start, text: piece, hit }) =>
    hit ? <mark key={start}>{piece}</mark> : <span key={start}>{piece}</span>,
  )
}
