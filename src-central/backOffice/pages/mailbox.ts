import { html, type Html } from '../../web/html.ts'
import type { MailLine } from '../mailboxQueries.ts'
import { mailbox } from '../paths.ts'
import type { Words } from '../texts.ts'
import { layout, type Visit } from './layout.ts'
import { breakable, mailTones } from './words.ts'

interface Mailbox {
  readonly rows: readonly MailLine[]
  readonly count: number
  readonly page: number
  readonly pages: number
}

const pathOf = (page: number): string => (page === 1 ? mailbox : `${mailbox}?page=${page}`)

export function mailboxPage(visit: Visit, { rows, count, page, pages }: Mailbox): string {
  const { t } = visit.words
  return layout(visit, {
    title: t(($) => $.mail.title),
    here: pathOf(page),
    main: html`<div class="head"><h1>${t(($) => $.mail.title)}</h1><p class="quiet">${t(($) => $.mail.count, { count })}</p></div>
<p class="quiet reason">${t(($) => $.mail.intro)}</p>
${rows.length === 0 ? html`<p class="nothing">${t(($) => $.mail.none)}</p>` : table(visit, rows)}
${
  pages > 1 &&
  html`<nav class="pages" aria-label="${t(($) => $.list.pages)}">
${page > 1 && html`<a class="button" rel="prev" href="${pathOf(page - 1)}">${t(($) => $.list.previous)}</a>`}
<span class="figure">${t(($) => $.list.page, { page, pages })}</span>
${page < pages && html`<a class="button" rel="next" href="${pathOf(page + 1)}">${t(($) => $.list.next)}</a>`}
</nav>`
}`,
  })
}

function table({ words }: Visit, rows: readonly MailLine[]): Html {
  const { t } = words
  const columns = ['at', 'to', 'subject', 'status'] as const
  return html`<table class="requests" role="table">
<caption>${t(($) => $.mail.caption)}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${t(($) => $.mail.columns[column])}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) => html`<tr role="row">
<td role="cell" class="figure">${words.moment(row.createdAt)}</td>
<td role="cell">${breakable(row.to)}</td>
<td role="cell"><a class="open" href="${mailbox}/${row.id}">${subjectOf(words, row)}</a></td>
<td role="cell">${status(words, row)}</td>
</tr>`,
  )}</tbody>
</table>`
}

const subjectOf = ({ t }: Words, { kind, message }: MailLine): string => message?.subject ?? t(($) => $.mail.kind[kind])

function status(words: Words, { status, fate, serverCode, sentAt, message }: MailLine): Html {
  const { t } = words
  const why = [fate === null ? '' : t(($) => $.mail.fate[fate]), serverCode ?? ''].filter((part) => part !== '')
  // What was kept was sent to nobody.
  const said = status === 'sent' && message ? t(($) => $.mail.kept) : t(($) => $.mail.status[status])
  return html`<span class="tag" data-tone="${mailTones[status]}">${said}</span> <span class="quiet">${
    status === 'sent' && sentAt ? words.moment(sentAt) : why.join(', ')
  }</span>`
}

/** One mail, as text and as its reader sees it; the latter in a frame that may do nothing. */
export function mailPage(visit: Visit, mail: MailLine): string {
  const { words } = visit
  const { t } = words
  const { message, id } = mail
  const subject = subjectOf(words, mail)
  const here = `${mailbox}/${id}`
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return layout(visit, {
    title: subject,
    here,
    main: html`<p class="back"><a href="${mailbox}">${t(($) => $.mail.back)}</a></p>
<h1>${subject}</h1>
<section class="sheet"><dl>
${
  message &&
  html`${fact(
    t(($) => $.mail.from),
    message.from,
  )}${fact(
    t(($) => $.mail.replyTo),
    message.replyTo,
  )}`
}
${fact(
  t(($) => $.mail.columns.to),
  breakable(mail.to),
)}
${fact(
  t(($) => $.mail.columns.at),
  words.moment(mail.createdAt),
)}
${fact(
  t(($) => $.mail.columns.status),
  status(words, mail),
)}
${
  message?.calendar &&
  fact(
    t(($) => $.mail.calendar),
    html`<a href="${here}/examen.ics">examen.ics</a>`,
  )
}
</dl></section>
${
  message
    ? html`<section class="sheet" aria-labelledby="formatted"><h2 id="formatted">${t(($) => $.mail.formatted)}</h2>
<iframe class="mail" src="${here}/html" sandbox title="${t(($) => $.mail.formatted)}"></iframe></section>
<section class="sheet" aria-labelledby="text"><h2 id="text">${t(($) => $.mail.text)}</h2><pre class="plain">${message.text}</pre></section>`
    : html`<p class="nothing">${t(($) => $.mail.notKept)}</p>`
}`,
  })
}
