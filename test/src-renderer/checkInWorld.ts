import type { DoorList, DoorRow } from '../../shared/calls/checkIn.ts'
import type { CheckIn, Mark } from '../../shared/checkIn.ts'

/** A door's list of invented people, as the desk would answer it. */
export const checkIn = (mark: Mark, id = `mark of ${mark}`): CheckIn => ({
  id,
  registrationId: 'registration',
  sessionId: 'session',
  candidateId: 'candidate',
  mark,
  at: '2026-11-21T07:31:00.000Z',
  identity: 'matches',
  refusal: null,
  remark: null,
  actor: 'operator',
  actorName: 'Koen De Smet',
  deskName: 'NAM-02',
  actedAt: '2026-11-21T07:31:00.000Z',
  receivedAt: null,
  clockOdd: false,
  stands: true,
  undoneAt: null,
  undoneBy: null,
  undoReason: null,
  version: 1,
})

export function person(
  lastName: string,
  firstName: string,
  mark: Mark | null = null,
  pc: number | null = null,
): DoorRow {
  const arrival = mark === null ? null : checkIn(mark === 'leftEarly' ? 'present' : mark, `arrival of ${lastName}`)
  const departure = mark === 'leftEarly' ? checkIn('leftEarly', `departure of ${lastName}`) : null
  return {
    registration: {
      id: lastName,
      sessionId: 'session',
      candidateId: `candidate ${lastName}`,
      exams: ['M1'],
      language: 'fr',
      pc,
      status: 'registered',
      seat: 'taken',
      overrideReason: null,
      cancelReason: null,
      version: 1,
      fieldVersions: {},
    },
    lastName,
    firstName,
    birthDate: null,
    arrival,
    departure,
    mark,
    others: [],
    waiting: false,
  }
}

export const doorList = (rows: readonly DoorRow[], more: Partial<DoorList> = {}): DoorList => ({
  session: {
    id: 'session',
    code: null,
    date: '2026-11-21',
    startTime: '09:00',
    endTime: '11:00',
    locationId: 'location',
    room: null,
    mode: 'room',
    exams: ['M1'],
    seats: 12,
    controllers: [],
    note: null,
    status: 'planned',
    cancelReason: null,
    closedAt: null,
    closedBy: null,
    version: 1,
    fieldVersions: {},
  },
  location: 'Namur',
  counts: {
    registered: rows.length,
    present: 0,
    late: 0,
    absent: 0,
    notAdmitted: 0,
    leftEarly: 0,
    unmarked: rows.length,
    toConfirm: 0,
  },
  status: 'registered',
  rows,
  controllers: [],
  unsent: 0,
  unsentNames: 0,
  open: true,
  ...more,
})
