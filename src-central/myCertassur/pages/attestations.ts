import { html, type Html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import { assertNever } from '../../../shared/result.ts'
import type { OwnAttestation } from '../attestations.ts'
import { base } from '../paths.ts'
import type { Centre } from '../record.ts'
import type { Words } from '../texts.ts'
import { facts } from './facts.ts'
import { help } from './help.ts'
import { layout, type Visit } from './layout.ts'

const here = `${base}/attestations`

/** The success attestations of the reader: what he can print, and what he waits for. */
export function attestationsPage(
  visit: Visit,
  attestations: readonly OwnAttestation[],
  centre: Centre | undefined,
): string {
  const { words } = visit
  const { t } = words
  const title = t(($) => $.attestations.title)
  return layout(visit, {
    title,
    here,
    main: html`<h1>${title}</h1>
<p class="quiet">${t(($) => $.attestations.others)}</p>
${attestations.length === 0 && html`<div class="nothing"><p>${t(($) => $.attestations.none)}</p><p>${t(($) => $.attestations.noneHelp)}</p></div>`}
${attestations.map((one) => html`<article class="sheet"><h2>${one.title}</h2>${contentOf(words, one)}</article>`)}
${help(visit, centre)}`,
  })
}

function contentOf(words: Words, one: OwnAttestation): Html {
  const { t, day, date, time } = words
  const sat = [
    [t(($) => $.attestations.date), day(one.date)],
    [t(($) => $.attestations.centre), one.centre],
  ] as const
  const number = (value: string) => [t(($) => $.attestations.number), value] as const
  switch (one.standing) {
    case 'awaited':
    case 'late': {
      const about = t(($) => $.attestations.about, { date: date(one.expectedFrom), time: time(one.expectedFrom) })
      return html`${facts([...sat, [t(($) => $.attestations.expected), about]])}
${notice(one.standing === 'late' ? 'warn' : 'hold', `${t(($) => $.attestations[one.standing])} ${t(($) => $.attestations[`${one.standing}Help`])}`)}`
    }
    case 'released':
      return html`${facts([...sat, number(one.number), [t(($) => $.attestations.released), date(one.releasedAt)]])}
<p class="acts"><a class="button" href="${here}/${one.id}/pdf" download="${one.number}.pdf">${t(($) => $.attestations.download)}<span class="heard"> ${one.number}</span></a></p>`
    case 'replaced':
      return html`${facts([...sat, number(one.number)])}
${notice(
  'hold',
  t(($) => $.attestations.replaced, { number: one.by }),
)}`
    default:
      return assertNever(one)
  }
}
