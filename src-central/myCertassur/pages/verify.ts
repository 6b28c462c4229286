import { assertNever } from '../../../shared/result.ts'
import type { Verified } from '../../documents/verify.ts'
import { html, type Html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import { verifyPath } from '../paths.ts'
import type { Words } from '../texts.ts'
import { facts } from './facts.ts'
import { field } from './field.ts'
import { doorPath, layout, type Visit } from './layout.ts'

/** Longer than the text of any QR code. */
export const MOST_TYPED = 4_000

interface Answer {
  readonly typed: string
  readonly verified: Verified
}

/** Asks for the code of a document; says what it is once it was given. */
export function verifyPage(visit: Visit, answer?: Answer): string {
  const { words } = visit
  const { t, language } = words
  const title = t(($) => $.verify.title)
  const isGenuine = answer?.verified.kind === 'valid' || answer?.verified.kind === 'attendance'
  return layout(visit, {
    title,
    here: verifyPath,
    main: html`<div class="sheet">
<h1>${title}</h1>
<p class="quiet">${t(($) => $.verify.intro)}</p>
${answer && said(words, answer.verified)}
<form class="stack" method="post" action="${verifyPath}?language=${language}">
${field({
  name: 'code',
  label: t(($) => $.verify.code),
  help: t(($) => $.verify.codeHelp),
  value: isGenuine ? undefined : answer?.typed,
  autocomplete: 'off',
  maxLength: MOST_TYPED,
})}
<p class="acts"><button class="button primary wide">${t(($) => $.verify.submit)}</button></p>
</form>
<p><a href="${doorPath(visit, 'sign-in')}">${t(($) => $.verify.signIn)}</a></p>
</div>`,
  })
}

function said(words: Words, verified: Verified): Html {
  const { t, day, date } = words
  switch (verified.kind) {
    case 'valid': {
      const { data } = verified
      return html`${notice(
        'ok',
        t(($) => $.verify.valid),
      )}
${facts([
  [t(($) => $.verify.number), data.number],
  [t(($) => $.verify.name), `${data.firstName} ${data.lastName}`],
  [t(($) => $.verify.exam), data.exam.title[words.language]],
  [t(($) => $.verify.date), day(data.date)],
  [t(($) => $.verify.place), `${data.centre} · ${data.location}`],
  [t(($) => $.verify.released), date(new Date(data.releasedAt))],
])}
<p class="quiet">${t(($) => $.verify.compare)}</p>`
    }
    case 'attendance': {
      const { number, data, issuedAt } = verified
      return html`${notice(
        'ok',
        t(($) => $.verify.attendance, { centre: data.centre }),
      )}
${facts([
  [t(($) => $.verify.number), number],
  [t(($) => $.verify.name), `${data.firstName} ${data.lastName}`],
  [t(($) => $.verify.exam), data.exams.map(({ title }) => title[words.language]).join(' · ')],
  [t(($) => $.verify.present), t(($) => $.verify.presentAt, { date: day(data.date), from: data.from, to: data.to })],
  [t(($) => $.verify.place), `${data.centre} · ${data.location}`],
  [t(($) => $.verify.issued), date(issuedAt)],
])}
<p class="quiet">${t(($) => $.verify.compare)}</p>`
    }
    case 'replaced':
      return notice(
        'warn',
        t(($) => $.verify.replaced, { number: verified.number, by: verified.by }),
      )
    case 'numberAlone':
    case 'unknown':
      return notice(
        verified.kind === 'unknown' ? 'bad' : 'warn',
        t(($) => $.verify[verified.kind]),
      )
    default:
      return assertNever(verified)
  }
}
