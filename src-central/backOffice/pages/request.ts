import type { Match } from '../../../shared/matching/score.ts'
import type { Outcome } from '../../duplicates/requests.ts'
import { html, type Html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import { base, requestPath } from '../paths.ts'
import type { readMerge, RequestRow } from '../queries.ts'
import type { SharedSession } from '../sides.ts'
import type { Words } from '../texts.ts'
import { comparison, type Sides } from './compare.ts'
import { done } from './done.ts'
import { layout, type Visit } from './layout.ts'
import { sessions } from './sessions.ts'
import { type Kept, treatment } from './treat.ts'
import { nameOf, statusTag } from './words.ts'

/** Why an act was not done, said above the request; `stale`, `kept`: what was entered stands in the form again. */
export type Said = Exclude<Outcome, 'treated' | 'unknown'> | 'stale' | 'kept'

/** A request that is open, with both records as they are called today. */
export interface OpenRequest {
  readonly request: RequestRow
  readonly sides: Sides
  readonly match: Match
  readonly shared: readonly SharedSession[]
  readonly distinctions: readonly string[]
}

/** One that has ended, with what the log says of it. */
export interface EndedRequest {
  readonly request: RequestRow
  readonly sides: Sides
  readonly merge: Awaited<ReturnType<typeof readMerge>> | undefined
}

const saying = ({ words }: Visit, said: Said | undefined) =>
  said &&
  notice(
    said === 'kept' ? 'hold' : 'warn',
    words.t(($) => $.said[said]),
  )

export function openRequestPage(visit: Visit, open: OpenRequest, said: Said | undefined, kept: Kept): string {
  const { t } = visit.words
  const { request, sides, match, shared, distinctions } = open
  const became = sides[0].candidate.id !== request.a || sides[1].candidate.id !== request.b
  const isOne = sides[0].candidate.id === sides[1].candidate.id
  return frame(
    visit,
    request,
    sides,
    html`${saying(visit, said)}
${
  became &&
  !isOne &&
  notice(
    'warn',
    t(($) => $.request.became),
  )
}
${distinctions.map((reason) =>
  notice(
    'warn',
    t(($) => $.request.distinct, { reason }),
  ),
)}
<div class="split"><div>
${!isOne && comparison(visit.words, sides, match)}
${!isOne && sessions(visit.words, sides, shared)}
</div><div>
${treatment(visit, request, sides, kept)}
</div></div>
${history(visit.words, request)}`,
  )
}

export function endedRequestPage(
  visit: Visit,
  { request, sides, merge }: EndedRequest,
  said: Said | undefined,
): string {
  return frame(
    visit,
    request,
    sides,
    html`${saying(visit, said)}
${done(visit.words, request, merge)}
${history(visit.words, request)}`,
  )
}

function frame(visit: Visit, request: RequestRow, sides: Sides, content: Html): string {
  const { words } = visit
  const { t } = words
  const asked = { moment: words.moment(request.askedAt), name: request.actorName ?? '', centre: request.centre }
  return layout(visit, {
    title: t(($) => $.request.title),
    here: requestPath(request.id),
    main: html`<p class="back"><a href="${base}/requests">← ${t(($) => $.request.back)}</a></p>
<div class="head"><h1>${nameOf(sides[0].candidate)} <span class="quiet">${t(($) => $.list.and)}</span> ${nameOf(sides[1].candidate)}</h1>${statusTag(words, request)}</div>
<p class="quiet">${t(($) => $.request.asked, asked)}</p>
<p class="reason"><span class="quiet">${t(($) => $.request.reason)}</span> ${request.reason}</p>
${content}`,
  })
}

function history(words: Words, { askedAt, actorName, acts }: RequestRow): Html {
  const { t } = words
  const line = (at: Date, text: string) =>
    html`<li><time class="figure" datetime="${at.toISOString()}">${words.moment(at)}</time> <span>${text}</span></li>`
  return html`<section class="sheet" aria-labelledby="history"><h2 id="history">${t(($) => $.history.title)}</h2>
<ol class="lines">${line(
    askedAt,
    t(($) => $.history.asked, { name: actorName ?? '' }),
  )}${acts.map(({ act, at, name }) =>
    line(
      at,
      t(($) => $.history[act], { name }),
    ),
  )}</ol></section>`
}
