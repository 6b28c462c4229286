import { compactVerify, importJWK } from 'jose'
import type { PublicKey } from '../../shared/api.ts'
import { type Attestation, type DocumentKind, type SuccessData, successDataSchema } from '../../shared/attestation.ts'
import type { SignList } from '../../shared/documents/signList.ts'
import { Refusal } from '../../shared/parse.ts'
import { type AppError, assertNever, type ErrorCode, fail } from '../../shared/result.ts'
import { inBelgium } from '../../shared/time.ts'
import { onlyAssigned } from '../../shared/rights.ts'
import { readRecord } from '../cache/records.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'
import { mayStandAt, readDoor } from '../checkIn/queries.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { readCentre } from '../sessions/queries.ts'
import type { Drawable } from './drawing/worker.ts'
import type { Job } from './jobs.ts'

export interface Source {
  readonly kind: DocumentKind
  readonly id: string
}
/** What a document says, before it is on paper. */
type Content = Omit<Job, 'id' | 'bytes'> & { readonly drawable: Drawable }

const refuse = (code: ErrorCode, why: string, params?: AppError['params']): never => {
  throw new Refusal(fail(code, why, params ? { params } : {}).error)
}

/** Reads and judges what a document is made of. Nothing is drawn yet, and nothing noted. */
export function readContent(open: OpenDesk, { kind, id }: Source): Promise<Content> {
  // A controller receives people at a door; their results are not for him.
  if (kind !== 'signList' && onlyAssigned(open.operator.roles)) refuse('call.forbidden', 'not for a controller')
  switch (kind) {
    case 'success':
      return success(open, id)
    case 'attendance':
      return Promise.resolve(attendance(open.db, id))
    case 'signList':
      return Promise.resolve(signList(open, id))
    default:
      return assertNever(kind)
  }
}

/** 1 for the first sheet; every sheet sent to a printer or saved, on any desk of the centre, counts. */
function nextCopy(db: Cache, documentId: string): number {
  const { n } = prepare(db, 'SELECT count(*) AS n FROM print WHERE documentId = ?').get(documentId) as { n: number }
  return n + 1
}

async function success(open: OpenDesk, id: string): Promise<Content> {
  const row = readRecord(open.db, 'attestation', id) ?? refuse('document.unknown', 'no such attestation')
  const { jws, number, status, expectedFrom } = row
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

function signList({ db, operator, now }: OpenDesk, sessionId: string): Content {
  const door = readDoor(db, sessionId, now()) ?? refuse('session.unknown', 'no such session')
  if (!mayStandAt(operator, door, inBelgium(now()).date)) refuse('call.forbidden', 'not his session')
  const { session, location, rows, controllers } = door
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
    number: session.code ?? `${session.date}-${session.startTime.replace(':', '')}`,
    drawnFrom: JSON.stringify(list),
    drawable: { kind: 'signList', list: { ...list, madeAt } },
  }
}
