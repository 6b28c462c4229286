import type { Attestation, ExamResult, Print, SuccessData } from '../../shared/attestation.ts'
import { documentLanguageOf } from '../../shared/centre.ts'
import type { Central } from '../central.ts'
import { attestationNumber, expectedAfter, signSuccess } from '../jobs/successAttestation.ts'
import { defaultSettings } from '../settings.ts'
import type { Planned } from './calendar.ts'
import { demoExams } from './centres.ts'
import type { Person } from './people.ts'
import type { Chance } from './random.ts'

type OfCentre<T> = T & { readonly centreId: string }

interface Settings {
  readonly central: Central
  readonly random: Chance
  readonly newId: () => string
  readonly now: Date
  readonly results: readonly OfCentre<ExamResult>[]
  readonly planned: ReadonlyMap<string, Planned>
  readonly people: ReadonlyMap<string, Person>
  readonly centreNames: ReadonlyMap<string, string>
  readonly locationNames: ReadonlyMap<string, string>
  /** Who prints at the demo centre. */
  readonly administrator: { readonly id: string; readonly name: string; readonly centreId: string }
}

const DAY = 86_400_000
const firstNumber = 10_001
const titles = new Map(demoExams.map((exam) => [exam.code, exam.title]))

/** What came of the passed exams: attestations released and printed, awaited, and two that are late. */
export async function attest(settings: Settings) {
  const { central, newId, now, results, administrator } = settings
  const passed = results
    .filter((result) => result.outcome === 'passed')
    .map((result) => ({ result, ...timesOf(settings, result) }))
  passed.sort((a, b) => a.end - b.end || (a.result.id < b.result.id ? -1 : 1))
  const late = lateOnes(passed, administrator.centreId, now)

  let sequence = firstNumber
  const nextNumber = (releasedAt: string) => attestationNumber(releasedAt, sequence++)
  const attestations: OfCentre<Attestation>[] = []
  const signed: Promise<void>[] = []
  const release = (row: OfCentre<Attestation>, data: SuccessData) => {
    signed.push(
      signSuccess(central, data).then((jws) => {
        attestations.push({ ...row, status: row.status === 'awaited' ? 'released' : row.status, jws })
      }),
    )
  }
  for (const [at, { result, expectedFrom, lateAfter }] of passed.entries()) {
    const awaited: OfCentre<Attestation> = {
      id: newId(),
      centreId: result.centreId,
      candidateId: result.candidateId,
      registrationId: result.registrationId,
      sessionId: result.sessionId,
      exam: result.exam,
      number: null,
      status: 'awaited',
      expectedFrom,
      lateAfter,
      releasedAt: null,
      jws: null,
      replacedBy: null,
      version: 1,
    }
    if (new Date(expectedFrom) > now || late.has(result.id)) {
      attestations.push(awaited)
      continue
    }
    const releasedAt = new Date(new Date(expectedFrom).getTime() + 30_000).toISOString()
    const data = dataOf(settings, result, nextNumber(releasedAt), releasedAt)
    const row = { ...awaited, number: data.number, releasedAt, version: 2 }
    if (at % 700 !== 40) {
      release(row, data)
      continue
    }
    // A name that was corrected in time but heard of too late: the first one was replaced.
    const again = new Date(new Date(releasedAt).getTime() + DAY).toISOString()
    const right = { ...data, number: nextNumber(again), releasedAt: again }
    release(
      { ...row, status: 'replaced', replacedBy: right.number, version: 3 },
      { ...data, lastName: `${data.lastName}e` },
    )
    release({ ...row, id: newId(), number: right.number, releasedAt: again }, right)
  }
  await Promise.all(signed)
  attestations.sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    attestations,
    prints: attestations.flatMap((row) => printsOf(settings, row)),
    held: attestations.filter((row) => row.status === 'awaited' && new Date(row.lateAfter) < now).map(({ id }) => id),
    nextNumber: sequence,
  }
}

function timesOf({ planned }: Settings, { sessionId }: ExamResult) {
  const end = planned.get(sessionId)?.end ?? 0
  return { end, ...expectedAfter(new Date(end).toISOString(), defaultSettings) }
}

/** Two of the demo centre whose attestation should have been there the day before yesterday. */
function lateOnes(
  passed: readonly { readonly result: OfCentre<ExamResult>; readonly lateAfter: string }[],
  centreId: string,
  now: Date,
): ReadonlySet<string> {
  const overdue = passed.filter(
    ({ result, lateAfter }) => result.centreId === centreId && now.getTime() - new Date(lateAfter).getTime() > DAY,
  )
  return new Set(overdue.slice(-2).map(({ result }) => result.id))
}

function dataOf(
  { people, planned, centreNames, locationNames }: Settings,
  result: OfCentre<ExamResult>,
  number: string,
  releasedAt: string,
): SuccessData {
  const person = people.get(result.candidateId)
  const session = planned.get(result.sessionId)?.row
  if (!person || !session) throw new Error('a result of nobody')
  return {
    number,
    lastName: person.lastName,
    firstName: person.firstName,
    birthDate: person.birthDate,
    language: documentLanguageOf(person.language),
    exam: { code: result.exam, title: titles.get(result.exam) ?? { fr: '', nl: '' } },
    date: session.date,
    centre: centreNames.get(result.centreId) ?? '',
    location: locationNames.get(session.locationId) ?? '',
    releasedAt,
  }
}

/** What was released more than some days ago has been handed out at the demo centre, with few exceptions. */
function printsOf({ random, newId, now, administrator }: Settings, row: OfCentre<Attestation>): OfCentre<Print>[] {
  if (row.centreId !== administrator.centreId || row.releasedAt === null || row.status !== 'released') return []
  const at = new Date(row.releasedAt).getTime() + random.between(1, 5) * DAY
  if (at > now.getTime() - DAY || random.happens(0.01)) return []
  return [
    {
      id: newId(),
      centreId: row.centreId,
      documentKind: 'success',
      documentId: row.id,
      candidateId: row.candidateId,
      copy: 1,
      way: 'printer',
      printer: 'Bureau',
      at: new Date(at).toISOString(),
      actor: administrator.id,
      actorName: administrator.name,
      deskName: null,
      version: 1,
    },
  ]
}
