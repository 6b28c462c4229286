import { html, type Html } from '../../web/html.ts'
import { base } from '../paths.ts'
import type { Own } from '../record.ts'
import type { Words } from '../texts.ts'
import { help } from './help.ts'
import { layout, type Visit } from './layout.ts'

/** What Certassur knows of the reader. */
export function recordPage(visit: Visit, own: Own): string {
  const { words } = visit
  const { t } = words
  const title = t(($) => $.record.title)
  return layout(visit, {
    title,
    here: `${base}/record`,
    main: html`<div class="sheet">
<h1>${title}</h1>
<p class="quiet">${t(($) => $.record.intro)}</p>
<dl>${factsOf(words, own)}</dl>
</div>
${help(visit, own.centre)}`,
  })
}

function factsOf({ t, day }: Words, own: Own): readonly Html[] {
  const missing = html`<span class="tag" data-tone="warn">${t(($) => $.record.missing)}</span>`
  const facts: readonly (readonly [string, string | null, string?])[] = [
    [t(($) => $.record.lastName), own.lastName],
    [t(($) => $.record.firstName), own.firstName],
    [t(($) => $.record.birthDate), own.birthDate && day(own.birthDate)],
    [t(($) => $.record.email), own.email],
    [t(($) => $.record.phone), own.phone],
    [t(($) => $.record.languageOf), t(($) => $.record.languages[own.language])],
    [t(($) => $.record.login), own.login, t(($) => $.record.loginHelp)],
  ]
  return facts.map(
    ([name, value, more]) =>
      html`<div><dt>${name}</dt><dd>${value ? html`<span>${value}</span>` : missing}${more && html` <span class="quiet small">${more}</span>`}</dd></div>`,
  )
}
