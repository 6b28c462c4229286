import { compactVerify, importJWK } from 'jose'
import type { PublicKey } from '../../shared/api.ts'
import {
  type Attestation,
  type DocumentKind,
  hasOriginal,
  type SuccessData,
  successDataSchema,
} from '../../shared/attestation.ts'
import type { Invitation, Invitations } from '../../shared/documents/invitation.ts'
import type { SignList } from '../../shared/documents/signList.ts'
import { Refusal } from '../../shared/parse.ts'
import type { DoorList, DoorRow } from '../../shared/calls/checkIn.ts'
import { type DocumentLanguage, languageTo } from '../../shared/centre.ts'
import { say, textsOf } from '../../shared/documents/texts.ts'
import { type AppError, assertNever, type ErrorCode, fail } from '../../shared/result.ts'
import type { Session } from '../../shared/session.ts'
import { inBelgium } from '../../shared/time.ts'
import { onlyAssigned } from '../../shared/rights.ts'
import { readRecord } from '../cache/records.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'
import { mayStandAt, readDoor } from '../checkIn/queries.ts'
import { findRow } from '../candidates/queries.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { readCentre } from '../sessions/queries.ts'
import type { Drawable } from './drawing/worker.ts'
import type { Job } from './jobs.ts'

export interface Source {
  readonly kind: DocumentKind
  readonly id: string
}
/** What a document says, before it is on paper. */
type Content = Omit<Job, 'id' | 'bytes'> & { readonly drawable: Drawable; readonly withoutCode?: number }

const refuse = (code: ErrorCode, why: string, params?: AppError['params']): never => {
  throw new Refusal(fail(code, why, params ? { params } : {}).error)
}

/** Reads and judges what a document is made of. Nothing is drawn yet, and nothing noted. */
export function readContent(open: OpenDesk, { kind, id }: Source): Promise<Content> {
  // A controller receives people at a door; their results are not for him.
  if (hasOriginal(kind) && onlyAssigned(open.operator.roles)) refuse('call.forbidden', 'not for a controller')
  switch (kind) {
    case 'success':
      return success(open, id)
    case 'attendance':
      return Promise.resolve(attendance(open.db, id))
    case 'signList':
      return Promise.resolve(signList(open, id))
    case 'invitation':
    case 'invitations':
      return Promise.resolve(invitations(open, { kind, id }))
    default:
      return assertNever(kind)
  }
}

/**
 * 1 for the first sheet; every sheet sent to a printer or saved, on any desk of the centre, counts.
 *
 * So does one of a batch that may have come out, until somebody says that it did not: a second original is worse than a
 * duplicate of which no original is found.
 */
export function nextCopy(db: Cache, documentId: string): number {
  const { n } = prepare(
    db,
    `SELECT (SELECT count(*) FROM print WHERE documentId = @documentId)
       + (SELECT count(*) FROM printSheet WHERE documentId = @documentId AND status = 'sending') AS n`,
  ).get({ documentId }) as { n: number }
  return n + 1
}

async function success(open: OpenDesk, id: string): Promise<Content> {
  const row = readRecord(open.db, 'attestation', id) ?? refuse('document.unknown', 'no such attestation')
  const { jws, number, status, expectedFrom } = row
  if (status === 'replaced') refuse('attestation.replaced', 'there is a newer one')
  if (status !== 'released' || jws === null || number === null) {
    return refuse('attestation.notReleased', 'not released', { status, expectedFrom })
  }
  const data = await signedData(jws, open.identity.signingKey, row)
  const copy = nextCopy(open.db, id)
  return {
    kind: 'success',
    documentId: id,
    candidateId: row.candidateId,
    copy,
    number,
    drawnFrom: JSON.stringify([jws, copy]),
    drawable: { kind: 'success', data, jws, copy },
  }
}

/**
 * What Certassur signed, checked with the key of the pairing: the document is drawn from this and from nothing else.
 *
 * A signature that is good but belongs to another attestation is as bad as a false one.
 */
async function signedData(jws: string, key: PublicKey, row: Attestation): Promise<SuccessData> {
  const bad = fail('attestation.badSignature', 'the signature does not cover this attestation').error
  try {
    const { payload } = await compactVerify(jws, await importJWK(key, 'EdDSA'), { algorithms: ['EdDSA'] })
    const data = successDataSchema.parse(JSON.parse(new TextDecoder().decode(payload)))
    if (data.number === row.number) return data
  } catch {
    // Said below: what exactly is wrong with it helps nobody at a counter.
  }
  throw new Refusal(bad)
}

function attendance(db: Cache, id: string): Content {
  const row = readRecord(db, 'attendance', id) ?? refuse('document.unknown', 'no such attendance attestation')
  const copy = nextCopy(db, id)
  return {
    kind: 'attendance',
    documentId: id,
    candidateId: row.candidateId,
    copy,
    number: row.number,
    // What it says was fixed when it was issued; central only sends its fields back in another order.
    drawnFrom: JSON.stringify([row.number, copy]),
    drawable: { kind: 'attendance', row, copy },
  }
}

/** A session that this operator may stand at, with its people. */
function doorOf({ db, operator, now }: OpenDesk, sessionId: string): DoorList {
  const door = readDoor(db, sessionId, now()) ?? refuse('session.unknown', 'no such session')
  if (!mayStandAt(operator, door, inBelgium(now()).date)) refuse('call.forbidden', 'not his session')
  return door
}

const numberOf = ({ code, date, startTime }: Session): string => code ?? `${date}-${startTime.replace(':', '')}`

function signList(open: OpenDesk, sessionId: string): Content {
  const { db, operator, now } = open
  const { session, location, rows, controllers } = doorOf(open, sessionId)
  const centre = readCentre(db)
  const { language } = operator
  const shortName = (code: string) => centre?.exams.find((exam) => exam.code === code)?.short[language] ?? code
  const list: Omit<SignList, 'madeAt'> = {
    language,
    code: session.code,
    date: session.date,
    startTime: session.startTime,
    endTime: session.endTime,
    centre: centre?.name ?? '',
    location,
    room: session.room,
    remote: session.mode === 'remote',
    controllers: controllers.filter((name) => name !== ''),
    rows: rows.map(({ registration, lastName, firstName, birthDate }) => ({
      pc: registration.pc,
      lastName,
      firstName,
      birthDate,
      exams: registration.exams.map(shortName),
      language: registration.language,
    })),
  }
  const madeAt = now().toISOString()
  return {
    kind: 'signList',
    documentId: sessionId,
    candidateId: null,
    // A list is made anew each time: there is no original of which another would be a copy.
    copy: nextCopy(db, sessionId),
    number: numberOf(session),
    drawnFrom: JSON.stringify(list),
    drawable: { kind: 'signList', list: { ...list, madeAt } },
  }
}

/** The invitations of a session, or of one of its registrations: of whoever has a place there. */
function invitations(open: OpenDesk, { kind, id }: Source): Content {
  const { db, operator, now } = open
  const registration = kind === 'invitation' ? readRecord(db, 'registration', id) : undefined
  if (kind === 'invitation' && !registration) refuse('registration.unknown', 'no such registration')
  const { session, location, rows } = doorOf(open, registration?.sessionId ?? id)
  if (session.status === 'cancelled') refuse('session.cancelled', 'nobody is invited to it')
  const invited = rows.filter((row) => kind === 'invitations' || row.registration.id === id)
  if (registration && invited.length === 0) refuse('registration.cancelled', 'the registration is cancelled')
  const centre = readCentre(db)
  const address = centre?.locations.find((one) => one.id === session.locationId)?.address ?? ''
  const remote = session.mode === 'remote'
  const titleOf = (code: string, language: DocumentLanguage) =>
    centre?.exams.find((exam) => exam.code === code)?.title[language] ?? code
  const toInvitation = ({ registration: his, lastName, firstName }: DoorRow): Invitation => {
    const language = languageTo(findRow(db, his.candidateId)?.language ?? his.language, his.language)
    return {
      language,
      lastName,
      firstName,
      exams: his.exams.map((code) => titleOf(code, language)),
      code: session.code,
      date: session.date,
      startTime: session.startTime,
      endTime: session.endTime,
      location,
      address,
      room: session.room,
      remote,
      token: remote ? null : (his.checkInToken ?? null),
      toConfirm: his.seat === 'toConfirm',
    }
  }
  const { language } = operator
  const made: Omit<Invitations, 'madeAt'> = { language, centre: centre?.name ?? '', rows: invited.map(toInvitation) }
  const { fileName } = textsOf(language)
  const number = registration ? `${numberOf(session)}-${registration.id.slice(-6)}` : numberOf(session)
  return {
    kind,
    documentId: id,
    candidateId: registration?.candidateId ?? null,
    copy: nextCopy(db, id),
    number: say(fileName.invitation, { number }),
    drawnFrom: JSON.stringify(made),
    drawable: { kind: 'invitations', made: { ...made, madeAt: now().toISOString() } },
    withoutCode: remote ? 0 : made.rows.filter(({ token }) => token === null).length,
  }
}
