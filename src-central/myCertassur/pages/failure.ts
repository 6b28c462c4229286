import { html } from '../../web/html.ts'
import type { Failure } from '../../web/pagesUnder.ts'
import { base } from '../paths.ts'
import { layout, type Visit } from './layout.ts'

/** Says what did not go, and where to go on. */
export function failurePage(visit: Visit, failure: Failure): string {
  const { t } = visit.words
  const title = t(($) => $.failure.titles[failure])
  return layout(visit, {
    title,
    here: `${base}/sign-in`,
    main: html`<div class="sheet">
<h1>${title}</h1>
<p>${t(($) => $.failure.helps[failure])}</p>
<p class="acts"><a class="button" href="${base}">${t(($) => $.failure.home)}</a></p>
</div>`,
  })
}
