import { createHash } from 'node:crypto'
import type { ExamResult } from '../../shared/attestation.ts'
import { type DocumentLanguage, documentLanguageOf } from '../../shared/centre.ts'
import type { CheckIn, Mark } from '../../shared/checkIn.ts'
import type { Registration } from '../../shared/registration.ts'
import { assertNever } from '../../shared/result.ts'
import { closing, type Planned } from './calendar.ts'
import { demoExams } from './centres.ts'
import type { Person } from './people.ts'
import type { Chance } from './random.ts'

type OfCentre<T> = T & { readonly centreId: string }

/** Who sat where, what was noted at the door and what came out of it. */
export interface Seats {
  readonly registrations: OfCentre<Registration>[]
  readonly checkIns: OfCentre<CheckIn>[]
  readonly results: OfCentre<ExamResult>[]
  /** Candidate → the first day on which he sits here (milliseconds). */
  readonly firstDay: Map<string, number>
}

interface Settings {
  readonly random: Chance
  readonly newId: () => string
  readonly staff: ReadonlyMap<string, string>
  readonly people: readonly Person[]
  readonly planned: readonly Planned[]
}

const requires = new Map(demoExams.map((exam) => [exam.code, exam.requires]))

/** Fills the sessions in the order in which they are held: whoever failed comes again, whoever passed goes on. */
export function fillSeats({ random, newId, staff, people, planned }: Settings): Seats {
  const seats: Seats = { registrations: [], checkIns: [], results: [], firstDay: new Map() }
  if (people.length === 0) return seats
  const order = random.shuffled(people)
  const passed = new Map<string, Set<string>>()
  const returning: Person[] = []
  const busy = new Map<string, Set<string>>()
  let fresh = 0
  const next = (): Person => {
    if (returning.length > 20 && random.happens(0.45)) {
      return returning.splice(random.between(0, returning.length - 1), 1)[0] as Person
    }
    fresh += 1
    return order[fresh % order.length] as Person
  }

  for (const session of planned) {
    const { row } = session
    const today = busy.get(row.date) ?? new Set<string>()
    busy.set(row.date, today)
    const pcs = random.shuffled(Array.from({ length: row.seats }, (_, at) => at + 1))
    let taken = 0
    for (let attempt = 0; taken < session.wanted && attempt < session.wanted * 20; attempt += 1) {
      const person = next()
      const done = passed.get(person.id) ?? new Set<string>()
      const exams = examsFor(random, row.exams, done)
      if (today.has(person.id) || exams.length === 0) continue
      today.add(person.id)
      const pc = pcs[taken] ?? null
      taken += 1
      const registration = register(newId(), session, person, exams, pc)
      seats.registrations.push(registration)
      if (!seats.firstDay.has(person.id)) seats.firstDay.set(person.id, session.start)
      if (!session.isOver) continue
      const [controller = ''] = row.controllers
      const arrived = attend(random, newId, session, registration, {
        id: controller,
        name: staff.get(controller) ?? '',
      })
      seats.checkIns.push(...arrived.checkIns)
      if (!arrived.sat) continue
      passed.set(person.id, done)
      for (const exam of exams) {
        const outcome = random.happens(0.71) ? 'passed' : 'notPassed'
        if (outcome === 'passed') done.add(exam)
        seats.results.push(result(newId(), session, registration, exam, outcome))
      }
      if (random.happens(0.8)) returning.push(person)
    }
    // Somebody gave up in time: his seat is free again.
    if (row.status === 'planned' && random.happens(0.2)) {
      const person = next()
      if (!today.has(person.id)) {
        const registration = register(newId(), session, person, row.exams.slice(0, 1), null)
        seats.registrations.push({ ...registration, status: 'cancelled', cancelReason: 'Malade / Ziek' })
        if (!seats.firstDay.has(person.id)) seats.firstDay.set(person.id, session.start)
      }
    }
  }
  return seats
}

/** One or two of those offered that he has not passed and may sit; now and then without the one it requires. */
function examsFor(random: Chance, offered: readonly string[], done: ReadonlySet<string>): readonly string[] {
  const open = offered.filter(
    (code) =>
      !done.has(code) && ((requires.get(code) ?? []).every((needed) => done.has(needed)) || random.happens(0.04)),
  )
  if (open.length === 0) return []
  const at = random.between(0, open.length - 1)
  return random.happens(0.35) ? open.slice(at, at + 2) : open.slice(at, at + 1)
}

/** Made of its id and not by the database: the demo world is the same whenever it is made. */
function tokenOf(id: string): string {
  const characters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  const bytes = createHash('sha256').update(id).digest().subarray(0, 20)
  return Array.from(bytes, (byte) => characters[byte % characters.length]).join('')
}

function register(
  id: string,
  { row }: Planned,
  person: Person,
  exams: readonly string[],
  pc: number | null,
): OfCentre<Registration> {
  const language: DocumentLanguage = documentLanguageOf(person.language)
  const isCancelled = row.status === 'cancelled'
  return {
    id,
    centreId: row.centreId,
    sessionId: row.id,
    candidateId: person.id,
    exams,
    language,
    pc: isCancelled ? null : pc,
    status: isCancelled ? 'cancelled' : 'registered',
    seat: 'taken',
    overrideReason: null,
    cancelReason: isCancelled ? row.cancelReason : null,
    checkInToken: tokenOf(id),
    version: 1,
    fieldVersions: {},
  }
}

interface Controller {
  readonly id: string
  readonly name: string
}

/** What was noted at the door, and whether he sat to the end. */
function attend(
  random: Chance,
  newId: () => string,
  { start, end }: Planned,
  registration: OfCentre<Registration>,
  controller: Controller,
): { readonly checkIns: OfCentre<CheckIn>[]; readonly sat: boolean } {
  const minutes = (count: number) => count * 60_000
  const note = (mark: Mark, at: number, more: Partial<CheckIn> = {}): OfCentre<CheckIn> => ({
    id: newId(),
    centreId: registration.centreId,
    registrationId: registration.id,
    sessionId: registration.sessionId,
    candidateId: registration.candidateId,
    mark,
    at: new Date(at).toISOString(),
    identity: 'matches',
    refusal: null,
    remark: null,
    actor: controller.id,
    actorName: controller.name,
    deskName: null,
    actedAt: new Date(at).toISOString(),
    receivedAt: new Date(at + minutes(1)).toISOString(),
    clockOdd: false,
    stands: true,
    undoneAt: null,
    undoneBy: null,
    undoReason: null,
    version: 1,
    ...more,
  })
  const mark = random.weighted<Mark>([
    ['present', 86],
    ['late', 5],
    ['absent', 7],
    ['notAdmitted', 1],
    ['leftEarly', 1],
  ])
  switch (mark) {
    case 'absent':
      return { checkIns: [note('absent', end + closing - minutes(1), { identity: 'notSeen' })], sat: false }
    case 'notAdmitted': {
      const refusal = random.pick(['noDocument', 'expiredDocument', 'tooLate'])
      return { checkIns: [note('notAdmitted', start - minutes(3), { identity: 'notSeen', refusal })], sat: false }
    }
    case 'late':
      return { checkIns: [note('late', start + minutes(random.between(2, 14)))], sat: true }
    case 'present':
    case 'leftEarly': {
      const arrival = note('present', start - minutes(random.between(3, 25)), {
        identity: random.happens(0.01) ? 'differs' : 'matches',
      })
      if (mark === 'present') return { checkIns: [arrival], sat: true }
      return { checkIns: [arrival, note('leftEarly', start + minutes(random.between(20, 45)))], sat: false }
    }
    default:
      return assertNever(mark)
  }
}

const result = (
  id: string,
  { end }: Planned,
  { centreId, id: registrationId, sessionId, candidateId }: OfCentre<Registration>,
  exam: string,
  outcome: ExamResult['outcome'],
): OfCentre<ExamResult> => ({
  id,
  centreId,
  registrationId,
  sessionId,
  candidateId,
  exam,
  outcome,
  at: new Date(end + closing).toISOString(),
  version: 1,
})
