import { addressesOf, seenOf } from '../../duplicates/requests.ts'
import { formField } from '../../web/form.ts'
import { html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import { requestPath } from '../paths.ts'
import type { Side } from '../sides.ts'
import type { Words } from '../texts.ts'
import { layout, type Visit } from './layout.ts'
import type { OpenRequest, Said } from './request.ts'
import { plainName } from './words.ts'

interface Decision {
  readonly stays: Side
  readonly gone: Side
  /** The record whose address remains. */
  readonly emailOf: Side | undefined
}

/** Says in full what a merge will do, and asks once more. */
export function confirmPage(visit: Visit, open: OpenRequest, decision: Decision, said?: Said): string {
  const { t } = visit.words
  const { request, shared } = open
  const { stays, gone, emailOf } = decision
  const title = t(($) => $.confirm.title)
  return layout(visit, {
    title,
    here: requestPath(request.id),
    narrow: true,
    main: html`<div class="sheet">
<h1>${title}</h1>
${
  said &&
  notice(
    'warn',
    t(($) => $.said[said]),
  )
}
<ul class="will">${sentences(visit.words, decision, shared.length).map((sentence) => html`<li>${sentence}</li>`)}</ul>
<p class="quiet">${t(($) => $.confirm.final)}</p>
<form method="post" action="${requestPath(request.id)}/merge">${formField(visit)}
<input type="hidden" name="stays" value="${stays.candidate.id}">
<input type="hidden" name="email" value="${emailOf?.candidate.id}">
<input type="hidden" name="seen" value="${seenOf([stays.candidate, gone.candidate])}">
<p class="acts"><button class="button primary">${t(($) => $.confirm.submit)}</button>
<a class="button" href="${requestPath(request.id)}">${t(($) => $.confirm.back)}</a></p>
</form></div>`,
  })
}

function sentences({ t }: Words, { stays, gone, emailOf }: Decision, both: number): readonly string[] {
  const name = plainName(stays.candidate)
  const { login } = stays.candidate
  const ended = gone.candidate.login
  const email = emailOf?.candidate.email
  const addresses = addressesOf([stays.candidate, gone.candidate])
  return [
    login === null ? t(($) => $.confirm.staysWithout, { name }) : t(($) => $.confirm.stays, { name, login }),
    ended === null ? t(($) => $.confirm.endsWithout) : t(($) => $.confirm.ends, { login: ended }),
    email ? t(($) => $.confirm.email, { email }) : t(($) => $.confirm.noEmail),
    t(($) => $.confirm.values),
    ...(gone.counts.sessions > 0 ? [t(($) => $.confirm.moved, { count: gone.counts.sessions })] : []),
    ...(both > 0 ? [t(($) => $.confirm.both, { count: both })] : []),
    addresses.length > 0
      ? t(($) => $.confirm.told, { count: addresses.length, addresses: addresses.join(', ') })
      : t(($) => $.confirm.toldNobody),
  ]
}
