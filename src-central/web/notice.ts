import { html, type Html } from './html.ts'

export type Tone = 'ok' | 'warn' | 'bad' | 'hold'

/** A sentence that is to be noticed; read aloud when the page opens. */
export const notice = (tone: Tone, text: string): Html =>
  html`<p class="notice" data-tone="${tone}" role="${tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}">${text}</p>`
