import type { MailKind } from '../../shared/mail.ts'
import { instantOf } from '../../shared/time.ts'
import type { Transacting } from '../sync/judge.ts'
import { type CalendarEvent, calendarFile, methodOf } from './calendar.ts'
import { contents, type Given, type MailRow, type Parts, showsCode } from './content.ts'
import type { Letter } from './layout.ts'
import { type Place, readPlace } from './place.ts'
import { type Words, wordsOf } from './texts.ts'

/** Who writes: the address that every mail comes from. */
export interface Sender {
  readonly name: string
  readonly address: string
}

export interface Written {
  readonly letter: Letter
  readonly replyTo: Sender
  /** What the code in it says. */
  readonly token: string | null
  readonly calendar: { readonly text: string; readonly method: string } | null
}

export interface Writing {
  readonly db: Transacting
  readonly sender: Sender
  readonly now: Date
}

/**
 * Writes a mail with what is true at this moment.
 * @returns null for one that has become untrue while it waited: the session began, the record became another one
 */
export async function writeMail(on: Writing, mail: MailRow, given: Given | null): Promise<Written | null> {
  const { db, sender } = on
  const person = await db
    .selectFrom('candidate')
    .select(['lastName', 'firstName', 'login', 'mergedInto'])
    .where('id', '=', mail.candidateId)
    .executeTakeFirst()
  if (!person || person.mergedInto !== null) return null
  const centre =
    mail.centreId === null
      ? undefined
      : await db.selectFrom('centre').select(['name', 'email']).where('id', '=', mail.centreId).executeTakeFirst()
  const replyTo = centre?.email ? { name: centre.name, address: centre.email } : sender
  const place = mail.registrationId === null ? null : await readPlace(db, mail.registrationId, mail.language)
  if (mail.registrationId !== null && !(place && isComing(mail.kind, place, on.now))) return null
  const words = wordsOf(mail.language)
  const { t } = words
  const name = `${person.firstName} ${person.lastName}`
  const parts: Parts = { words, mail, place, given, login: person.login, name }
  const { subject, blocks } = contents[mail.kind](parts)
  const letter: Letter = {
    language: words.language,
    subject,
    hello: t(($) => $.hello, { name }),
    colon: t(($) => $.colon),
    blocks,
    footer:
      centre && replyTo !== sender
        ? t(($) => $.footer.centre, { centre: centre.name, address: replyTo.address })
        : t(($) => $.footer.certassur),
  }
  const calendar =
    place && mail.registrationId !== null
      ? eventOf(place, {
          words,
          registrationId: mail.registrationId,
          sequence: mail.data.sequence ?? 0,
          cancelled: mail.kind === 'cancelled',
          organizer: replyTo,
          sender,
          now: on.now,
        })
      : null
  return {
    letter,
    replyTo,
    token: showsCode(mail.kind, place) ? place.token : null,
    calendar: calendar && { text: calendarFile(calendar), method: methodOf(calendar) },
  }
}

/** Of a session that began nothing is to be told any more; whether somebody is registered must still be what the mail says. */
const isComing = (kind: MailKind, place: Place, now: Date): boolean =>
  instantOf(place.date, place.startTime) > now.toISOString() &&
  (kind === 'cancelled' ? place.status === 'cancelled' : place.status === 'registered')

/** About which registration a calendar file is, and for whom. */
export interface Filing {
  readonly words: Words
  readonly registrationId: string
  /** Of the mails about this registration. */
  readonly sequence: number
  readonly cancelled: boolean
  /** Whom to write to: the centre. */
  readonly organizer: Sender
  readonly sender: Sender
  readonly now: Date
}

/** The appointment of a registration: the same in whatever mail or page it is given, and filed in the place of the one before. */
export function eventOf(place: Place, { words: { t }, ...filing }: Filing): CalendarEvent {
  const exams = place.exams.join(', ')
  return {
    uid: `${filing.registrationId}@${domainOf(filing.sender)}`,
    sequence: filing.sequence,
    cancelled: filing.cancelled,
    writtenAt: filing.now,
    date: place.date,
    startTime: place.startTime,
    endTime: place.endTime,
    title: t(($) => $.calendarTitle, { exams }),
    place: place.mode === 'remote' ? t(($) => $.remote) : `${place.location}, ${place.address}`,
    description: [exams, ...(place.code === null ? [] : [place.code])].join('\n'),
    organizer: filing.organizer,
  }
}

export const domainOf = ({ address }: Sender): string => address.slice(address.lastIndexOf('@') + 1)
