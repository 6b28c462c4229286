import { formField } from '../../web/form.ts'
import { html, type Html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import { base } from '../paths.ts'
import type { Own } from '../record.ts'
import type { Words } from '../texts.ts'
import { help } from './help.ts'
import { layout, type Visit } from './layout.ts'

/** What he has just done, said once on the page that he comes back to. */
export const dones = ['confirmed', 'saved', 'asked', 'accounts', 'email'] as const
export type Done = (typeof dones)[number]

/** What Certassur knows of the reader, and the way to correct each part of it. */
export function recordPage(visit: Visit, own: Own, done?: Done): string {
  const { words } = visit
  const { t } = words
  const title = t(($) => $.record.title)
  return layout(visit, {
    title,
    here: `${base}/record`,
    main: html`<div class="sheet">
<h1>${title}</h1>
<p class="quiet">${t(($) => $.record.intro)}</p>
${
  done &&
  notice(
    'ok',
    t(($) => $.record.done[done]),
  )
}
<dl>${factsOf(words, own)}</dl>
${confirmation(visit, own)}
</div>
${asked(words, own)}
${help(visit, own.centre)}
<p class="other"><a href="${base}/accounts">${t(($) => $.accounts.link)}</a></p>`,
  })
}

function confirmation(visit: Visit, { confirmedAt, corrections }: Own): Html {
  const { t, date } = visit.words
  if (corrections.some(({ status, kind }) => status === 'asked' && kind === 'data'))
    return html`<p class="quiet">${t(($) => $.record.waits)}</p>`
  return html`<form class="confirm" method="post" action="${base}/confirm">${formField(visit)}
<p>${confirmedAt ? t(($) => $.record.confirmedOn, { date: date(confirmedAt) }) : t(($) => $.record.check)}</p>
<p class="acts"><button class="button ${confirmedAt ? '' : 'primary'} wide">${t(($) => $.record.confirm)}</button></p>
</form>`
}

function factsOf({ t, day }: Words, own: Own): readonly Html[] {
  const missing = html`<span class="tag" data-tone="warn">${t(($) => $.record.missing)}</span>`
  const way = (path: string, label: string, field: string) =>
    html`<a class="change" href="${base}/${path}">${label}<span class="heard"> ${field}</span></a>`
  const fact = (name: string, value: string | null, path?: 'correction' | 'contact' | 'email') => {
    const label = t(($) => (value ? (path === 'correction' ? $.record.report : $.record.change) : $.record.complete))
    return html`<div><dt>${name}</dt><dd>${value ? html`<span>${value}</span>` : missing}${path && way(path, label, name)}</dd></div>`
  }
  return [
    fact(
      t(($) => $.fields.lastName),
      own.lastName,
      'correction',
    ),
    fact(
      t(($) => $.fields.firstName),
      own.firstName,
      'correction',
    ),
    fact(
      t(($) => $.fields.birthDate),
      own.birthDate && day(own.birthDate),
      own.birthDate ? 'correction' : 'contact',
    ),
    fact(
      t(($) => $.fields.email),
      own.email,
      'email',
    ),
    ...(own.waitingEmail
      ? [
          html`<div><dt>${t(($) => $.email.waiting)}</dt><dd><span>${own.waitingEmail}</span>${way(
            'email',
            t(($) => $.email.type),
            '',
          )}</dd></div>`,
        ]
      : []),
    fact(
      t(($) => $.fields.phone),
      own.phone,
      'contact',
    ),
    fact(
      t(($) => $.fields.language),
      t(($) => $.record.languages[own.language]),
      'contact',
    ),
    html`<div><dt>${t(($) => $.record.login)}</dt><dd><span>${own.login}</span> <span class="quiet small">${t(($) => $.record.loginHelp)}</span></dd></div>`,
  ]
}

/** What he asked his centre for, and how far it is. */
function asked({ t, date, day }: Words, { corrections }: Own): Html | false {
  if (corrections.length === 0) return false
  const tones = { asked: 'hold', accepted: 'ok', refused: 'bad' } as const
  const what = (kind: string, patch: Own['corrections'][number]['patch']) =>
    kind === 'twoAccounts'
      ? t(($) => $.accounts.title)
      : Object.entries(patch)
          .map(
            ([field, value]) =>
              `${t(($) => $.fields[field as 'lastName'])} → ${field === 'birthDate' ? day(value) : value}`,
          )
          .join(', ')
  return html`<section class="sheet" aria-labelledby="asked"><h2 id="asked">${t(($) => $.asked.title)}</h2>
<ul class="lines">${corrections.map(
    ({ kind, patch, status, answer, askedAt }) =>
      html`<li><span class="tag" data-tone="${tones[status]}">${t(($) => $.asked.status[status])}</span> <span>${what(kind, patch)}</span> <span class="quiet small">${t(($) => $.asked.on, { date: date(askedAt) })}</span>${
        answer !== null && html`<p class="answer">${t(($) => $.asked.answer, { answer })}</p>`
      }</li>`,
  )}</ul></section>`
}
