import { html, type Html } from '../../web/html.ts'
import { base, requestPath } from '../paths.ts'
import { type Filter, filterNames, PAGE, type RequestLine } from '../queries.ts'
import { layout, type Visit } from './layout.ts'
import { nameOf, statusTag } from './words.ts'

interface List {
  readonly filter: Filter
  readonly page: number
  readonly counts: Readonly<Record<Filter, number>>
  readonly rows: readonly RequestLine[]
}

const pathOf = (filter: Filter, page = 1): string =>
  `${base}/requests?show=${filter}${page === 1 ? '' : `&page=${page}`}`

export function listPage(visit: Visit, list: List): string {
  const { t } = visit.words
  const { filter, counts, rows } = list
  return layout(visit, {
    title: t(($) => $.office),
    here: pathOf(filter, list.page),
    main: html`<div class="head"><h1>${t(($) => $.office)}</h1><p class="quiet">${t(($) => $.list.count, { count: counts[filter] })}</p></div>
<nav class="chips" aria-label="${t(($) => $.list.filters)}">${filterNames.map(
      (name) =>
        html`<a class="chip" href="${pathOf(name)}" ${name === filter && html`aria-current="page"`}>${t(($) => $.list[name])} <span class="figure">${counts[name]}</span></a>`,
    )}</nav>
${rows.length === 0 ? html`<p class="nothing">${t(($) => $.list.empty[filter])}</p>` : table(visit, list)}
${pages(visit, list)}`,
  })
}

function table({ words }: Visit, { filter, rows }: List): Html {
  const { t } = words
  const columns = ['asked', 'centre', 'by', 'records', 'status'] as const
  // The roles stay when a narrow window sets the rows one under another.
  return html`<table class="requests" role="table">
<caption>${t(($) => $.list.caption[filter])}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${t(($) => $.list.columns[column])}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) => html`<tr role="row">
<td role="cell" class="figure">${words.moment(row.askedAt)}</td>
<td role="cell">${row.centre}</td>
<td role="cell">${row.actorName}</td>
<td role="cell"><a class="open" href="${requestPath(row.id)}">${nameOf(row.a)} <span class="quiet">${t(($) => $.list.and)}</span> ${nameOf(row.b)}</a></td>
<td role="cell">${statusTag(words, row)}</td>
</tr>`,
  )}</tbody>
</table>`
}

function pages({ words: { t } }: Visit, { filter, page, counts }: List): Html | false {
  const last = Math.max(1, Math.ceil(counts[filter] / PAGE))
  if (last === 1) return false
  return html`<nav class="pages" aria-label="${t(($) => $.list.pages)}">
${page > 1 && html`<a class="button" rel="prev" href="${pathOf(filter, page - 1)}">${t(($) => $.list.previous)}</a>`}
<span class="figure">${t(($) => $.list.page, { page, pages: last })}</span>
${page < last && html`<a class="button" rel="next" href="${pathOf(filter, page + 1)}">${t(($) => $.list.next)}</a>`}
</nav>`
}
