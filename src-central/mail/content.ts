import type { Selectable } from 'kysely'
import { textsOf } from '../../shared/documents/texts.ts'
import type { MailKind } from '../../shared/mail.ts'
import { grouped } from '../../shared/scan.ts'
import type { CentralTables } from '../database/tables.ts'
import type { Block } from './layout.ts'
import type { Place } from './place.ts'
import type { Words } from './texts.ts'

export type MailRow = Selectable<CentralTables['mail']>

/** A password that was made for this very mail, and until when it is good at least (a Belgian date). */
export interface Given {
  readonly password: string
  readonly until: string
}

/** Nobody comes to a door for a session at a distance, nor for one that is off. */
export const showsCode = (kind: MailKind, place: Place | null): place is Place =>
  place !== null && place.mode === 'room' && kind !== 'cancelled'

/** What a mail is made of. */
export interface Parts {
  readonly words: Words
  readonly mail: MailRow
  readonly place: Place | null
  readonly given: Given | null
  readonly login: string | null
  readonly name: string
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

interface Content {
  readonly subject: string
  readonly blocks: readonly Block[]
}

const dateOf = ({ words, place }: Parts): string => (place ? words.shortDay(place.date) : '')

/** What each kind of mail says. */
export const contents: { readonly [K in MailKind]: (parts: Parts) => Content } = {
  codes: (parts) => ({
    subject: parts.words.t(($) => $.codes.subject),
    blocks: [paragraph(parts.words.t(($) => $.codes.intro)), ...codes(parts)],
  }),
  codesAgain: (parts) => ({
    subject: parts.words.t(($) => $.codes.subject),
    blocks: [
      paragraph(parts.words.t(($) => $.codesAgain.intro)),
      ...codes(parts),
      paragraph(parts.words.t(($) => $.codesAgain.notYou)),
    ],
  }),
  invitation: (parts) => ({
    subject: parts.words.t(($) => $.invitation.subject, { date: dateOf(parts) }),
    blocks: [
      paragraph(parts.words.t(($) => $.invitation.intro)),
      ...appointment(parts),
      ...bring(parts),
      ...advice(parts.words),
    ],
  }),
  changed: (parts) => ({
    subject: parts.words.t(($) => $.changed.subject, { date: dateOf(parts) }),
    blocks: [paragraph(parts.words.t(($) => $.changed.intro)), ...appointment(parts), ...bring(parts)],
  }),
  moved: (parts) => ({
    subject: parts.words.t(($) => $.moved.subject, { date: dateOf(parts) }),
    blocks: [paragraph(parts.words.t(($) => $.moved.intro)), ...appointment(parts), ...bring(parts)],
  }),
  cancelled: (parts) => {
    const { t } = parts.words
    const all = parts.mail.data.session === true
    return {
      subject: t(($) => $.cancelled.subject, { date: dateOf(parts) }),
      blocks: [
        paragraph(all ? t(($) => $.cancelled.session) : t(($) => $.cancelled.registration)),
        ...appointment(parts),
        paragraph(t(($) => $.cancelled.more)),
        paragraph(t(($) => $.calendarGone)),
      ],
    }
  },
  emailNew: ({ words: { t } }) => ({
    subject: t(($) => $.emailNew.subject),
    blocks: [paragraph(t(($) => $.emailNew.intro)), paragraph(t(($) => $.emailNew.codes))],
  }),
  emailOld: ({ words: { t }, name }) => ({
    subject: t(($) => $.emailOld.subject),
    blocks: [paragraph(t(($) => $.emailOld.intro, { name })), paragraph(t(($) => $.emailOld.alarm))],
  }),
  advice: (parts) => ({
    subject: parts.words.t(($) => $.adviceMail.subject, { date: dateOf(parts) }),
    blocks: [paragraph(parts.words.t(($) => $.adviceMail.intro)), ...appointment(parts), ...advice(parts.words)],
  }),
  emailConfirm: ({ words: { t }, given }) => ({
    subject: t(($) => $.emailConfirm.subject),
    blocks: [
      paragraph(t(($) => $.emailConfirm.intro)),
      { kind: 'facts', facts: [[t(($) => $.facts.confirmation), given?.password ?? '']] },
      paragraph(t(($) => $.emailConfirm.valid)),
      paragraph(t(($) => $.emailConfirm.notYou)),
    ],
  }),
  merged: ({ words: { t }, mail }) => ({
    subject: t(($) => $.merged.subject),
    blocks: [paragraph(t(($) => $.merged.intro)), ...remaining(mail.data.login ?? null, t)],
  }),
  correctionAccepted: ({ words: { t }, mail: { data } }) => {
    const two = data.asked === 'twoAccounts'
    return {
      subject: t(($) => (two ? $.twoAccounts.subject : $.corrected.subject)),
      blocks: [
        paragraph(t(($) => (two ? $.twoAccounts.accepted : $.corrected.intro))),
        ...(data.answer ? [paragraph(t(($) => $.answered, { answer: data.answer }))] : []),
        ...(two ? [] : [paragraph(t(($) => $.corrected.attestation))]),
      ],
    }
  },
  correctionRefused: ({ words: { t }, mail: { data } }) => {
    const two = data.asked === 'twoAccounts'
    return {
      subject: t(($) => (two ? $.twoAccounts.subject : $.notCorrected.subject)),
      blocks: [
        paragraph(t(($) => (two ? $.twoAccounts.refused : $.notCorrected.intro))),
        paragraph(t(($) => $.answered, { answer: data.answer ?? '' })),
        paragraph(t(($) => $.notCorrected.more)),
      ],
    }
  },
}

const codes = ({ words: { t, day }, login, given }: Parts): readonly Block[] => [
  {
    kind: 'facts',
    facts: [
      [t(($) => $.facts.login), login ?? ''],
      [t(($) => $.facts.password), given?.password ?? ''],
    ],
  },
  paragraph(t(($) => $.codes.login)),
  paragraph(t(($) => $.codes.password, { date: day(given?.until ?? '') })),
  paragraph(t(($) => $.codes.check)),
  paragraph(t(($) => $.codes.secret)),
]

const remaining = (login: string | null, t: Words['t']): readonly Block[] =>
  login === null
    ? [paragraph(t(($) => $.merged.noLogin))]
    : [{ kind: 'facts', facts: [[t(($) => $.facts.login), login]] }, paragraph(t(($) => $.merged.login))]

/** Exam, date, hour, place; what it was before, where that was another. */
function appointment({ words, mail, place }: Parts): readonly Block[] {
  if (!place) return []
  const { t } = words
  const { before } = mail.data
  const remote = place.mode === 'remote'
  const times = (from: string, to: string) => t(($) => $.times, { from, to })
  const facts: (readonly [string, string])[] = [
    [t(($) => $.facts.exams), place.exams.join(', ')],
    [t(($) => $.facts.date), words.day(place.date)],
    [t(($) => $.facts.time), times(place.startTime, place.endTime)],
    [t(($) => $.facts.place), remote ? t(($) => $.remote) : place.location],
    ...(remote ? [] : [[t(($) => $.facts.address), place.address] as const]),
    ...(remote || place.room === null ? [] : [[t(($) => $.facts.room), place.room] as const]),
    ...(place.code === null ? [] : [[t(($) => $.facts.code), place.code] as const]),
    ...(before
      ? [
          [
            t(($) => $.facts.before),
            t(($) => $.beforeText, {
              date: words.day(before.date),
              times: times(before.startTime, before.endTime),
              place: place.nameOf.get(before.locationId) ?? '',
            }),
          ] as const,
        ]
      : []),
  ]
  return [
    { kind: 'facts', facts },
    ...(place.seat === 'toConfirm' && mail.kind !== 'cancelled' ? [paragraph(t(($) => $.invitation.toConfirm))] : []),
  ]
}

function bring({ words, mail, place }: Parts): readonly Block[] {
  const { t } = words
  const file = paragraph(t(($) => $.calendarFile))
  if (!showsCode(mail.kind, place)) return [file]
  const { title, identity } = textsOf(words.language).bring
  return [
    { kind: 'list', title, items: [identity, t(($) => $.checkIn.bring)] },
    { kind: 'code', caption: t(($) => $.checkIn.caption), alt: t(($) => $.checkIn.alt), value: grouped(place.token) },
    file,
  ]
}

/** Rule 11: the five recommendations and the two reminders, as the printed invitation has them. */
function advice({ language }: Words): readonly Block[] {
  const {
    advice: { title, ...five },
    reminders,
  } = textsOf(language)
  return [
    { kind: 'list', title, items: Object.values(five) },
    { kind: 'list', title: reminders.title, items: [reminders.others, reminders.contact] },
  ]
}
