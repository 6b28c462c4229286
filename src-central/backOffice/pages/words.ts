import { html, type Html } from '../../web/html.ts'
import type { Words } from '../texts.ts'
import type { RequestLine } from '../queries.ts'

interface Named {
  readonly lastName: string
  readonly firstName: string
}

/** `PEETERS Jan`, as an administration writes it; the capitals are only seen. */
export const nameOf = ({ lastName, firstName }: Named): Html =>
  html`<span class="person"><span class="last">${lastName}</span> ${firstName}</span>`

/** The same within a sentence. */
export const plainName = ({ lastName, firstName }: Named): string => `${lastName} ${firstName}`

const tones = { asked: 'hold', inTreatment: 'warn', done: 'ok', refused: 'bad', withdrawn: 'neutral' } as const

/** How a mail stands. */
export const mailTones = { waiting: 'neutral', sending: 'neutral', sent: 'ok', failed: 'bad', bounced: 'bad' } as const

/** The state in a word, with who has it in hand. */
export function statusTag({ t }: Words, { status, treating }: Pick<RequestLine, 'status' | 'treating'>): Html {
  const who = status === 'inTreatment' && treating !== null ? `, ${t(($) => $.with, { name: treating })}` : ''
  return html`<span class="tag" data-tone="${tones[status]}">${t(($) => $.status[status])}${who}</span>`
}

/** An address that may be set on two lines, but not in the middle of a word. */
export const breakable = (text: string): Html =>
  html`${text.split(/(?<=[@._-])/).map((part, at) => html`${at > 0 && html`<wbr>`}${part}`)}`
