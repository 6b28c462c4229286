import { formField } from '../../web/form.ts'
import { html, type Html } from '../../web/html.ts'
import { base, files } from '../paths.ts'
import type { Known } from '../session.ts'
import type { Words } from '../texts.ts'

/** Who looks at a page, in which language, and with which cookie: what every page is made with. */
export interface Visit {
  readonly token: string
  readonly words: Words
  readonly known: Known | undefined
}

interface Page {
  readonly title: string
  /** Where the reader is, to come back to after another language was chosen. */
  readonly here: string
  readonly main: Html
}

/** A page for whoever is not signed in, in the language that he reads now: nothing but the address keeps it. */
export const doorPath = ({ words }: Visit, page: 'sign-in' | 'codes'): string =>
  `${base}/${page}?language=${words.language}`

/** A whole page. It works without any script: there is none. */
export function layout(visit: Visit, { title, here, main }: Page): string {
  const { known } = visit
  const { t, language } = visit.words
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${t(($) => $.brand)}</title>
<link rel="stylesheet" href="${files.stylePath}">
<link rel="icon" href="${files.iconPath}" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#content">${t(($) => $.skip)}</a>
<header class="top">
<a class="brand" href="${base}"><img src="${files.iconPath}" alt="" width="18" height="18"><span>${t(($) => $.brand)}</span></a>
${known && !known.mustReplace && places(visit, here)}
<div class="who">${known && html`<span class="name">${known.firstName} ${known.lastName}</span>`}${languageChoice(visit, here)}${known && signOut(visit)}</div>
</header>
<main id="content" class="narrow">
${main}
</main>
</body>
</html>
`.markup
}

function places({ words: { t } }: Visit, here: string): Html {
  const all = ['record', 'sessions', 'attestations', 'password'] as const
  return html`<nav class="places" aria-label="${t(($) => $.pages)}">${all.map(
    (place) =>
      html`<a href="${base}/${place}" ${here === `${base}/${place}` && html`aria-current="page"`}>${t(($) => $.places[place])}</a>`,
  )}</nav>`
}

const languages = ['fr', 'nl'] as const

/** Kept for as long as he is signed in; before that it is only in the address. */
function languageChoice(visit: Visit, here: string): Html {
  const { t, language } = visit.words
  const label = t(($) => $.language.label)
  if (!visit.known) {
    return html`<nav class="languages" aria-label="${label}">${languages.map(
      (one) =>
        html`<a href="${here}?language=${one}" lang="${one}" hreflang="${one}" ${one === language && html`aria-current="true"`}>${t(($) => $.language[one])}</a>`,
    )}</nav>`
  }
  return html`<form class="languages" method="post" action="${base}/language" aria-label="${label}">${formField(visit)}<input type="hidden" name="back" value="${here}">${languages.map(
    (one) =>
      html`<button name="language" value="${one}" lang="${one}" ${one === language && html`aria-current="true"`}>${t(($) => $.language[one])}</button>`,
  )}</form>`
}

const signOut = (visit: Visit): Html =>
  html`<form method="post" action="${base}/sign-out">${formField(visit)}<button class="button quiet">${visit.words.t(($) => $.signOut)}</button></form>`
