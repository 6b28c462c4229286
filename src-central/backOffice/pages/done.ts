import { html, type Html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import type { readMerge, RequestRow } from '../queries.ts'
import type { Words } from '../texts.ts'
import { mailTones as tones } from './words.ts'

type Merge = Awaited<ReturnType<typeof readMerge>>

/** What became of a request, from the log. */
export function done(words: Words, request: RequestRow, merge: Merge | undefined): Html {
  const { t } = words
  return html`<section class="sheet" aria-labelledby="done"><h2 id="done">${t(($) => $.done.title)}</h2>
${request.status === 'withdrawn' && html`<p>${t(($) => $.done.withdrawn)}</p>`}
${
  request.status === 'refused' &&
  html`<dl>${fact(
    t(($) => $.done.refused),
    request.answer,
  )}</dl>`
}
${
  request.status === 'done' &&
  (merge
    ? merged(words, merge)
    : notice(
        'ok',
        t(($) => $.done.already),
      ))
}
</section>`
}

function merged(words: Words, { moved, prior, notices }: Merge): Html {
  const { t } = words
  const { gone, stays } = prior
  const email = moved.email ? gone.email : stays.email
  const counts = [
    t(($) => $.done.sessions, { count: moved.registration.length }),
    t(($) => $.done.results, { count: moved.result.length }),
    t(($) => $.done.attestations, { count: moved.attestation.length }),
    ...(moved.collapsed.length > 0 ? [t(($) => $.done.collapsed, { count: moved.collapsed.length })] : []),
  ]
  return html`<dl>
${fact(
  t(($) => $.done.login),
  stays.login ?? t(($) => $.done.without),
)}
${fact(
  t(($) => $.done.ended),
  gone.login ?? t(($) => $.done.without),
)}
${fact(
  t(($) => $.done.email),
  email ?? t(($) => $.done.nobody),
)}
${fact(
  t(($) => $.done.moved),
  counts.join(' · '),
)}
<div><dt>${t(($) => $.done.told)}</dt><dd>${
    notices.length === 0
      ? t(($) => $.done.nobody)
      : html`<ul class="lines">${notices.map(
          ({ to, status, sentAt }) =>
            html`<li><span>${to}</span> <span class="tag" data-tone="${tones[status]}">${
              status === 'sent' && sentAt
                ? t(($) => $.done.sent, { moment: words.moment(sentAt) })
                : status === 'waiting' || status === 'sending'
                  ? t(($) => $.done.waiting)
                  : t(($) => $.mail.status[status])
            }</span></li>`,
        )}</ul>`
  }</dd></div>
</dl>`
}

const fact = (term: string, value: string | null): Html => html`<div><dt>${term}</dt><dd>${value}</dd></div>`
