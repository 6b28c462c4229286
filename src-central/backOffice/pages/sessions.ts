import { html, type Html } from '../../web/html.ts'
import type { SharedSession, Side, SideSession } from '../sides.ts'
import type { Words } from '../texts.ts'
import type { Sides } from './compare.ts'

/** Where both sit, and where each does. */
export const sessions = (words: Words, sides: Sides, shared: readonly SharedSession[]): Html =>
  html`<section class="sheet" aria-labelledby="both">
<h2 id="both">${words.t(($) => $.request.both)}</h2>
${
  shared.length === 0
    ? html`<p class="quiet">${words.t(($) => $.request.bothNone)}</p>`
    : html`<p class="quiet">${words.t(($) => $.request.bothHelp)}</p><ul class="lines">${shared.map(
        (session) =>
          html`<li><span class="figure">${whenOf(words, session)}</span> <span>${session.centre}</span> <span class="quiet">${session.exams.join(', ')} + ${session.otherExams.join(', ')}</span></li>`,
      )}</ul>`
}
${sides.map((side, at) => ownSessions(words, side, at))}
</section>`

const whenOf = ({ day }: Words, { date, startTime }: { readonly date: string; readonly startTime: string }): string =>
  `${day(date)} ${startTime}`

function ownSessions(words: Words, { sessions: named, counts }: Side, at: number): Html {
  const { t } = words
  const which = t(($) => (at === 0 ? $.request.firstLower : $.request.secondLower))
  const more = counts.sessions - named.filter(({ status }) => status !== 'cancelled').length
  return html`<details><summary>${t(($) => $.request.own, { which })} <span class="figure">(${counts.sessions})</span></summary>
${
  named.length === 0
    ? html`<p class="quiet">${t(($) => $.request.ownNone)}</p>`
    : html`<ul class="lines">${named.map((session) => ownSession(words, session))}</ul>`
}
${more > 0 && html`<p class="quiet">${t(($) => $.request.more, { count: more })}</p>`}
</details>`
}

function ownSession(words: Words, session: SideSession): Html {
  const { t } = words
  const what = [
    session.exams.join(', '),
    session.mark ? t(($) => $.marks[session.mark ?? 'present']) : t(($) => $.registration[session.status]),
    ...session.results.map(({ exam, outcome }) => t(($) => $.outcomes[outcome], { exam })),
  ]
  return html`<li><span class="figure">${whenOf(words, session)}</span> <span>${session.centre}</span> <span class="quiet">${what.join(' · ')}</span></li>`
}
