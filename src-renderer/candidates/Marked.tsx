import { highlight } from './highlight.ts'

/** A text with the searched words marked. */
export function Marked({ text, query }: { text: string; query: string }) {
  return highlight(text, query).map(({ start, text: piece, hit }) =>
    hit ? <mark key={start}>{piece}</mark> : <span key={start}>{piece}</span>,
  )
}
