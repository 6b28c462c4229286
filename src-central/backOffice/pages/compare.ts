import { comparedFields } from '../../../shared/duplicate.ts'
import { fold } from '../../../shared/text.ts'
import type { Reason } from '../../../shared/matching/reasons.ts'
import type { Match } from '../../../shared/matching/score.ts'
import { html, type Html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import type { Side } from '../sides.ts'
import type { Words } from '../texts.ts'
import { breakable } from './words.ts'

export type Sides = readonly [first: Side, second: Side]

type Kinship = 'perhapsTwins' | 'perhapsRelatives'
const isKinship = (code: Reason['code']): code is Kinship => code === 'perhapsTwins' || code === 'perhapsRelatives'

const verdictTones = { certain: 'hold', probable: 'hold', possible: 'warn', none: 'bad' } as const

/** Both records line by line, with what the matcher makes of them. */
export function comparison(words: Words, sides: Sides, match: Match): Html {
  const { t } = words
  const kinship = match.reasons.map(({ code }) => code).find(isKinship)
  const heads = [
    t(($) => $.request.field),
    t(($) => $.request.first),
    t(($) => $.request.second),
    t(($) => $.request.remark),
  ]
  return html`<section class="sheet" aria-labelledby="compare">
<div class="row"><h2 id="compare">${t(($) => $.request.compare)}</h2><span class="tag" data-tone="${verdictTones[match.verdict]}">${t(($) => $.verdict[match.verdict])}</span></div>
${
  kinship &&
  notice(
    'warn',
    t(($) => $.kinship[kinship]),
  )
}
<table class="compare" role="table">
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">
${comparedFields.map((field) => comparedLine(words, sides, field, match.reasons))}
${otherLines(words, sides)}
</tbody></table>
</section>`
}

type ComparedField = (typeof comparedFields)[number]

function comparedLine(words: Words, sides: Sides, field: ComparedField, reasons: readonly Reason[]): Html {
  const { t } = words
  const [one, other] = sides.map(({ candidate }) => candidate[field]) as [string | null, string | null]
  const shown = (value: string | null) => (value === null ? null : field === 'birthDate' ? words.day(value) : value)
  const differs = one !== other && fold(one ?? '') !== fold(other ?? '')
  return line(
    words,
    t(($) => $.fields[field]),
    [shown(one), shown(other)],
    remarkOn(words, field, [one, other], reasons),
    differs,
  )
}

/** Where the names stand, which concerns both lines of the name. */
const isMisplaced = ({ code }: Reason): boolean => code === 'swapped' || code === 'inOneField'

function remarkOn(
  { t }: Words,
  field: ComparedField,
  [one, other]: readonly [string | null, string | null],
  reasons: readonly Reason[],
): string {
  const isName = field === 'lastName' || field === 'firstName'
  const reason =
    (isName ? reasons.find(isMisplaced) : undefined) ??
    reasons.find((found) => found.field === field && !isKinship(found.code))
  if (reason) return reason.code === 'same' && one !== other ? t(($) => $.written) : reasonText(t, reason)
  if (one === other) return ''
  return t(($) => (one === null || other === null ? $.missing : $.different))
}

function reasonText(t: Words['t'], reason: Reason): string {
  if (reason.code === 'sharedByMany') return t(($) => $.sharedByMany, { count: reason.others })
  switch (reason.field) {
    case 'lastName':
    case 'firstName': {
      const { code } = reason
      return isKinship(code) ? '' : t(($) => $.names[code])
    }
    case 'birthDate':
      return t(($) => $.birthDates[reason.code])
    default:
      return t(($) => $.contacts[reason.code])
  }
}

function otherLines(words: Words, sides: Sides): readonly Html[] {
  const { t } = words
  const both = (of: (side: Side) => string | null): [string | null, string | null] => [of(sides[0]), of(sides[1])]
  const languages = both(({ candidate }) => t(($) => $.languages[candidate.language]))
  const isOther = languages[0] !== languages[1]
  return [
    line(
      words,
      t(($) => $.fields.language),
      languages,
      isOther ? t(($) => $.different) : '',
      isOther,
    ),
    line(
      words,
      t(($) => $.fields.login),
      both(({ candidate }) => candidate.login ?? t(($) => $.noLogin)),
    ),
    line(
      words,
      t(($) => $.fields.centres),
      both(({ centres }) => centres.join(', ') || null),
    ),
    line(
      words,
      t(($) => $.fields.sessions),
      both(({ counts }) => String(counts.sessions)),
    ),
    line(
      words,
      t(($) => $.fields.results),
      both(({ counts: { passed, failed } }) => t(($) => $.results, { passed, failed })),
    ),
    line(
      words,
      t(($) => $.fields.attestations),
      both(({ counts: { released, awaited } }) => t(($) => $.attestations, { released, awaited })),
    ),
    line(
      words,
      t(($) => $.fields.attendances),
      both(({ counts }) => String(counts.attendances)),
    ),
  ]
}

function line(
  { t }: Words,
  head: string,
  values: readonly [string | null, string | null],
  remark = '',
  differs = false,
): Html {
  const labels = [t(($) => $.request.first), t(($) => $.request.second)]
  const cell = (value: string | null, at: number) =>
    html`<td role="cell" data-label="${labels[at]}">${
      value === null
        ? html`<span class="quiet">${t(($) => $.empty)}</span>`
        : differs
          ? html`<mark>${breakable(value)}</mark>`
          : breakable(value)
    }</td>`
  return html`<tr role="row"><th role="rowheader" scope="row">${head}</th>${values.map(cell)}<td role="cell" class="remark" data-differs="${differs ? 'true' : 'false'}">${remark}</td></tr>`
}
