import { html, type Html } from '../../web/html.ts'

/** Names and values, one under the other; what is null is left out. */
export const facts = (all: readonly (readonly [name: string, value: string | null])[]): Html =>
  html`<dl class="facts">${all.map(([name, value]) => value !== null && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
