import { formField } from '../../web/form.ts'
import { html } from '../../web/html.ts'
import { base } from '../paths.ts'
import { field } from './field.ts'
import { doorPath, layout, type Visit } from './layout.ts'

const here = `${base}/codes`

export function codesPage(
  visit: Visit,
  { email, problem }: { readonly email?: string; readonly problem?: string } = {},
): string {
  const { t } = visit.words
  const title = t(($) => $.codes.title)
  return layout(visit, {
    title,
    here,
    main: html`<div class="sheet">
<h1>${title}</h1>
<p class="quiet">${t(($) => $.codes.intro)}</p>
<form class="stack" method="post" action="${doorPath(visit, 'codes')}">
${formField(visit)}
${field({ name: 'email', label: t(($) => $.codes.email), type: 'email', value: email, problem, autocomplete: 'email', maxLength: 254 })}
<p class="acts"><button class="button primary wide">${t(($) => $.codes.submit)}</button></p>
</form>
<p><a href="${doorPath(visit, 'sign-in')}">${t(($) => $.codes.back)}</a></p>
</div>`,
  })
}

/** The same whether or not the address is known: nobody learns from it who has an account. */
export function codesAskedPage(visit: Visit): string {
  const { t } = visit.words
  const title = t(($) => $.codes.sentTitle)
  return layout(visit, {
    title,
    here,
    main: html`<div class="sheet">
<h1>${title}</h1>
<p>${t(($) => $.codes.sent)}</p>
<p>${t(($) => $.codes.shared)}</p>
<p>${t(($) => $.codes.none)}</p>
<p class="acts"><a class="button primary" href="${doorPath(visit, 'sign-in')}">${t(($) => $.codes.back)}</a> <a class="button quiet" href="${doorPath(visit, 'codes')}">${t(($) => $.codes.again)}</a></p>
</div>`,
  })
}
