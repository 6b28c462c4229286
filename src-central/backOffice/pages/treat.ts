import { formField } from '../../web/form.ts'
import { html, type Html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import { requestPath } from '../paths.ts'
import type { RequestRow } from '../queries.ts'
import type { Sides } from './compare.ts'
import { type Visit } from './layout.ts'
import { breakable, plainName } from './words.ts'

/** What was typed and chosen before, and what is wrong with it. */
export interface Kept {
  readonly reason?: string | undefined
  readonly refusal?: 'missing' | 'tooLong' | 'unprintable' | undefined
  readonly stays?: string | undefined
  readonly emailOf?: string | undefined
  readonly choiceMissing?: boolean | undefined
}

/** Who has the request in hand, and the acts that are his. */
export function treatment(visit: Visit, request: RequestRow, sides: Sides, kept: Kept): Html {
  const { t } = visit.words
  const isMine = request.status === 'inTreatment' && request.treatedBy === visit.user?.id
  const isOthers = request.status === 'inTreatment' && !isMine
  const isOne = sides[0].candidate.id === sides[1].candidate.id
  return html`<section class="sheet" aria-labelledby="treat">
<h2 id="treat">${t(($) => $.treat.title)}</h2>
<p>${
    isMine
      ? t(($) => $.treat.mine)
      : isOthers
        ? t(($) => $.treat.other, { name: request.treating ?? '' })
        : t(($) => $.treat.free)
  }</p>
${!isMine && takeForm(visit, request)}
</section>
${!isOthers && (isOne ? closeForm(visit, request) : mergeForm(visit, request, sides, kept))}
${!isOthers && !isOne && refuseForm(visit, request, kept)}`
}

function takeForm(visit: Visit, { id, treatedBy }: RequestRow): Html {
  const { t } = visit.words
  return html`<form method="post" action="${requestPath(id)}/take">${formField(visit)}
<input type="hidden" name="from" value="${treatedBy}">
<p class="quiet">${t(($) => $.treat.takeHelp)}</p>
<p class="acts"><button class="button">${t(($) => (treatedBy === null ? $.treat.take : $.treat.takeOver))}</button></p></form>`
}

const closeForm = (visit: Visit, { id }: RequestRow): Html =>
  html`<section class="sheet"><p>${visit.words.t(($) => $.request.same)}</p>
<form method="post" action="${requestPath(id)}/close">${formField(visit)}
<p class="acts"><button class="button primary">${visit.words.t(($) => $.request.close)}</button></p></form></section>`

/** A form that asks only: what it leads to is confirmed on a page of its own. */
function mergeForm(visit: Visit, { id }: RequestRow, sides: Sides, kept: Kept): Html {
  const { t } = visit.words
  return html`<section class="sheet" aria-labelledby="merge">
<h2 id="merge">${t(($) => $.choose.title)}</h2>
<p class="quiet">${t(($) => $.choose.explain)}</p>
${
  kept.choiceMissing &&
  notice(
    'bad',
    t(($) => $.choose.missing),
  )
}
<form class="stack" method="get" action="${requestPath(id)}/merge">
${loginChoice(visit, sides, kept.stays)}
${emailChoice(visit, sides, kept.emailOf)}
<p class="acts"><button class="button primary">${t(($) => $.choose.submit)}</button></p>
</form></section>`
}

interface Choice {
  readonly id: string
  readonly value: string
  readonly of: string
  readonly barred?: string | undefined
}

function choices(name: string, legend: string, all: readonly Choice[], chosen: string | undefined): Html {
  const free = all.filter(({ barred }) => barred === undefined)
  const only = free.length === 1 ? free[0]?.id : undefined
  return html`<fieldset><legend>${legend}</legend>${all.map(
    ({ id, value, of, barred }) =>
      html`<label class="choice"><input type="radio" name="${name}" value="${id}" required ${
        barred !== undefined && html`disabled`
      } ${(chosen ?? only) === id && html`checked`}><span><strong>${breakable(value)}</strong><span class="quiet">${barred ?? of}</span></span></label>`,
  )}</fieldset>`
}

function loginChoice({ words: { t } }: Visit, sides: Sides, chosen: string | undefined): Html {
  const known = sides.some(({ candidate }) => candidate.login !== null)
  return choices(
    'stays',
    t(($) => $.choose.login),
    sides.map(({ candidate }, at) => ({
      id: candidate.id,
      value: candidate.login ?? t(($) => $.noLogin),
      of: ofWhom(t, sides, at),
      barred: known && candidate.login === null ? t(($) => $.choose.noLogin) : undefined,
    })),
    chosen,
  )
}

function emailChoice({ words: { t } }: Visit, sides: Sides, chosen: string | undefined): Html {
  const [first, second] = sides
  const isOne = first.candidate.email === second.candidate.email
  const all = sides.flatMap(({ candidate: { id, email } }, at) =>
    email === null || (isOne && at === 1) ? [] : [{ id, value: email, of: ofWhom(t, sides, at) }],
  )
  if (all.length === 0) return html`<p class="quiet">${t(($) => $.choose.noEmail)}</p>`
  return choices(
    'email',
    t(($) => $.choose.email),
    all,
    chosen,
  )
}

const ofWhom = (t: Visit['words']['t'], sides: Sides, at: number): string => {
  const side = sides[at] ?? sides[0]
  const which = t(($) => (at === 0 ? $.request.firstLower : $.request.secondLower))
  return t(($) => $.choose.of, { name: plainName(side.candidate), which })
}

function refuseForm(visit: Visit, { id }: RequestRow, { reason, refusal }: Kept): Html {
  const { t } = visit.words
  return html`<section class="sheet" aria-labelledby="refuse">
<h2 id="refuse">${t(($) => $.refuse.title)}</h2>
<form class="stack" method="post" action="${requestPath(id)}/refuse">${formField(visit)}
<p class="field"><label for="reason">${t(($) => $.refuse.reason)}</label>
<textarea id="reason" name="reason" rows="3" maxlength="300" required aria-describedby="reason-help${refusal && ' reason-wrong'}" ${
    refusal && html`aria-invalid="true"`
  }>${reason}</textarea>
${refusal && html`<span id="reason-wrong" class="wrong">${t(($) => $.refuse[refusal])}</span>`}
<span id="reason-help" class="quiet small">${t(($) => $.refuse.help)}</span></p>
<p class="acts"><button class="button">${t(($) => $.refuse.submit)}</button></p>
</form></section>`
}
