import type { User } from '../accounts.ts'
import { formField } from '../../web/form.ts'
import { html, type Html } from '../../web/html.ts'
import { base, files, mailbox } from '../paths.ts'
import type { Words } from '../texts.ts'

/** Who looks at a page, in which language, and with which cookie: what every page is made with. */
export interface Visit {
  readonly token: string
  readonly words: Words
  readonly user: User | undefined
}

interface Page {
  readonly title: string
  /** Where the reader is, to come back to after another language was chosen. */
  readonly here?: string
  /** The request that waits for somebody to sign in. */
  readonly to?: string | undefined
  readonly narrow?: boolean
  readonly main: Html
}

/** A whole page. It works without any script: there is none. */
export function layout(visit: Visit, { title, here, to, narrow = false, main }: Page): string {
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
<a class="brand" href="${base}/requests"><img src="${files.iconPath}" alt="" width="18" height="18"><span>${t(($) => $.brand)}</span>${!visit.user && html`<span class="office">${t(($) => $.office)}</span>`}</a>
${visit.user && places(visit, here)}
<div class="who">${visit.user ? html`<span class="name">${visit.user.name}</span>` : ''}${languageChoice(visit, here, to)}${visit.user && signOut(visit)}</div>
</header>
<main id="content" ${narrow && html`class="narrow"`}>
${main}
</main>
</body>
</html>
`.markup
}

function places({ words: { t } }: Visit, here = ''): Html {
  const all = [
    [`${base}/requests`, t(($) => $.office)],
    [mailbox, t(($) => $.mail.title)],
  ] as const
  return html`<nav class="places" aria-label="${t(($) => $.mail.pages)}">${all.map(
    ([path, name]) => html`<a href="${path}" ${here.startsWith(path) && html`aria-current="page"`}>${name}</a>`,
  )}</nav>`
}

const languages = ['fr', 'nl'] as const

/** Kept with the account of whoever is signed in; before that it is only in the address. */
function languageChoice(visit: Visit, here: string | undefined, to: string | undefined): Html {
  const { t, language } = visit.words
  const label = t(($) => $.language.label)
  if (!visit.user) {
    return html`<nav class="languages" aria-label="${label}">${languages.map(
      (one) =>
        html`<a href="${base}/sign-in?language=${one}${to && `&to=${to}`}" lang="${one}" hreflang="${one}" ${one === language && html`aria-current="true"`}>${t(($) => $.language[one])}</a>`,
    )}</nav>`
  }
  return html`<form class="languages" method="post" action="${base}/language" aria-label="${label}">${formField(visit)}<input type="hidden" name="back" value="${here}">${languages.map(
    (one) =>
      html`<button name="language" value="${one}" lang="${one}" ${one === language && html`aria-current="true"`}>${t(($) => $.language[one])}</button>`,
  )}</form>`
}

const signOut = (visit: Visit): Html =>
  html`<form method="post" action="${base}/sign-out">${formField(visit)}<button class="button quiet">${visit.words.t(($) => $.signOut)}</button></form>`
