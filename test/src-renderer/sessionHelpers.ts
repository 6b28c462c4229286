import type { Registered, SessionCounts, SessionRecord, SessionRow } from '../../shared/calls/session.ts'
import type { Registration } from '../../shared/registration.ts'
import type { Session } from '../../shared/session.ts'
import { createPreferences } from '../../src-renderer/ui/preferences.ts'
import { openBridge } from './helpers.ts'

/** An id that the shared rules accept, different for each number. */
const id = (number: number): string => `01234567-89ab-7cde-8f01-${String(number).padStart(12, '0')}`

export const someSession = (more: Partial<Session> = {}): Session => ({
  id: id(1),
  code: 'S-2026-00001',
  date: '2026-11-28',
  startTime: '09:00',
  endTime: '11:00',
  locationId: id(90),
  room: 'Salle A',
  mode: 'room',
  exams: ['IC1', 'IC2'],
  seats: 12,
  controllers: [id(80)],
  note: null,
  status: 'planned',
  cancelReason: null,
  closedAt: null,
  closedBy: null,
  version: 3,
  fieldVersions: {},
  ...more,
})

const someCounts = (more: Partial<SessionCounts> = {}): SessionCounts => ({
  registered: 0,
  present: 0,
  late: 0,
  absent: 0,
  notAdmitted: 0,
  leftEarly: 0,
  unmarked: 0,
  toConfirm: 0,
  ...more,
})

export const someRow = (session: Partial<Session> = {}, counts: Partial<SessionCounts> = {}): SessionRow => ({
  session: someSession(session),
  location: 'Namur',
  counts: someCounts(counts),
  status: 'registered',
})

export const somebody = (registration: Partial<Registration> = {}, more: Partial<Registered> = {}): Registered => ({
  registration: {
    id: id(200),
    sessionId: id(1),
    candidateId: id(300),
    exams: ['IC1'],
    language: 'fr',
    pc: 1,
    status: 'registered',
    seat: 'taken',
    overrideReason: null,
    cancelReason: null,
    version: 1,
    fieldVersions: {},
    ...registration,
  },
  lastName: 'Peeters',
  firstName: 'Jan',
  birthDate: '1990-01-01',
  email: 'jan@exemple.be',
  phone: null,
  mark: null,
  status: 'registered',
  ...more,
})

export const someRecord = (session: Partial<Session> = {}, people: readonly Registered[] = []): SessionRecord => ({
  ...someRow(session, { registered: people.length }),
  registrations: people,
  changes: [],
})

/** A desk that answers when the test says so, ids that count, and a clock that stands. */
export function openSessionsDesk() {
  const bridge = openBridge()
  let made = 0
  return {
    ...bridge,
    newId: () => `id ${(made += 1)}`,
    now: () => Date.parse('2026-11-22T09:00:00Z'),
    preferences: createPreferences(bridge.desk),
    named: (name: string) => bridge.asked.filter((one) => one.name === name),
  }
}
