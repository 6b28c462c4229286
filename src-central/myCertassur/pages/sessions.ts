import { grouped } from '../../../shared/scan.ts'
import { html, type Html } from '../../web/html.ts'
import type { Tone } from '../../web/notice.ts'
import { base } from '../paths.ts'
import type { Centre } from '../record.ts'
import type { OwnSession, OwnSessions } from '../sessions.ts'
import type { Words } from '../texts.ts'
import { facts } from './facts.ts'
import { help } from './help.ts'
import { layout, type Visit } from './layout.ts'

const here = `${base}/sessions`

/** Where the reader is expected, and what came of the sessions before. */
export function sessionsPage(visit: Visit, { coming, past }: OwnSessions, centre: Centre | undefined): string {
  const { words } = visit
  const { t } = words
  const title = t(($) => $.sessions.title)
  // At a door he has the page open and the code in front of him.
  const next = coming.find(({ token }) => token !== null)
  return layout(visit, {
    title,
    here,
    main: html`<h1>${title}</h1>
<section aria-labelledby="coming">
<h2 class="group" id="coming">${t(($) => $.sessions.coming)}</h2>
${coming.length === 0 && html`<p class="nothing">${t(($) => $.sessions.none)}</p>`}
${coming.map((session) => comingSession(words, session, session === next))}
</section>
${
  past.length > 0 &&
  html`<section aria-labelledby="past">
<h2 class="group" id="past">${t(($) => $.sessions.past)}</h2>
<div class="sheet"><ul class="lines">${past.map((session) => html`<li>${pastSession(words, session)}</li>`)}</ul></div>
</section>`
}
${help(visit, centre)}`,
  })
}

const tag = (tone: Tone | 'neutral', text: string): Html => html`<span class="tag" data-tone="${tone}">${text}</span>`

const titleOf = ({ exams }: OwnSession): string => exams.map(({ title }) => title).join(' · ')

const placeOf = ({ t }: Words, session: OwnSession): string =>
  session.mode === 'remote' ? t(($) => $.sessions.remote) : session.location

function comingSession(words: Words, session: OwnSession, isNext: boolean): Html {
  const { t, longDay } = words
  const { id, standing, token, mode } = session
  const isExpected = standing === 'registered' || standing === 'toConfirm'
  const remote = mode === 'remote'
  return html`<article class="sheet">
<h3>${titleOf(session)}</h3>
${
  standing !== 'registered' &&
  html`<p>${tag(
    standing === 'cancelled' ? 'bad' : 'hold',
    t(($) => $.sessions.standing[standing]),
  )}</p>`
}
${standing !== 'registered' && html`<p>${standing === 'cancelled' ? t(($) => (session.off ? $.sessions.off : $.sessions.cancelledHelp)) : t(($) => $.sessions.standingHelp[standing])}</p>`}
${facts([
  [t(($) => $.sessions.date), longDay(session.date)],
  [t(($) => $.sessions.time), t(($) => $.sessions.times, { from: session.startTime, to: session.endTime })],
  [t(($) => $.sessions.place), placeOf(words, session)],
  [t(($) => $.sessions.address), remote ? null : session.address],
  [t(($) => $.sessions.room), remote ? null : session.room],
  [t(($) => $.sessions.centre), session.centre],
  [t(($) => $.sessions.code), session.code],
])}
${
  isExpected &&
  html`<h4>${t(($) => $.sessions.bring)}</h4>
<ul class="bring"><li>${t(($) => $.sessions.identity)}</li>${token !== null && html`<li>${t(($) => $.sessions.checkIn)}</li>`}</ul>
${
  token !== null &&
  html`<details class="code" ${isNext && html`open`}><summary>${t(($) => $.sessions.codeTitle)}</summary>
<img src="${here}/${id}/code.png" alt="${t(($) => $.sessions.codeAlt)}" width="200" height="200">
<p class="figure">${grouped(token)}</p></details>`
}
<p class="acts"><a class="button" href="${here}/${id}/examen.ics" download="examen.ics">${t(($) => $.sessions.calendar)}</a></p>`
}
</article>`
}

function pastSession(words: Words, session: OwnSession): Html {
  const { day } = words
  return html`<strong>${day(session.date)}</strong> <span>${placeOf(words, session)}</span> <span class="quiet">${session.centre}</span>
<ul class="outcomes">${session.exams.map(({ title, outcome }) => html`<li><span>${title}</span> ${outcomeTag(words, session, outcome)}</li>`)}</ul>`
}

function outcomeTag({ t }: Words, { standing, missed }: OwnSession, outcome: 'passed' | 'notPassed' | null): Html {
  if (outcome !== null)
    return tag(
      outcome === 'passed' ? 'ok' : 'neutral',
      t(($) => $.sessions.outcome[outcome]),
    )
  if (standing === 'cancelled')
    return tag(
      'neutral',
      t(($) => $.sessions.standing.cancelled),
    )
  return missed === null
    ? tag(
        'neutral',
        t(($) => $.sessions.outcome.open),
      )
    : tag(
        'warn',
        t(($) => $.sessions.outcome[missed]),
      )
}
