import type { Session } from '../../shared/session.ts'
import { addDays, instantOf } from '../../shared/time.ts'
import type { Chance } from './random.ts'

type SessionRow = Session & { readonly centreId: string }

interface Place {
  readonly id: string
  readonly pcs: number
}

/** A session of the demo world, and how it goes. Instants in milliseconds. */
export interface Planned {
  readonly row: SessionRow
  readonly start: number
  readonly end: number
  /** So many people register. */
  readonly wanted: number
  readonly isOver: boolean
}

interface Settings {
  readonly random: Chance
  readonly newId: () => string
  readonly today: string
  readonly now: Date
  readonly centreId: string
  readonly places: readonly Place[]
  /** Who may stand in front, with the names of those who close. */
  readonly controllers: readonly { readonly id: string; readonly name: string }[]
  /** So many sessions in the past of the window. */
  readonly held: number
  readonly isDemoCentre: boolean
}

const offers = [
  ['M1', 'M2'],
  ['M1', 'M2', 'M3'],
  ['M3', 'M4'],
  ['CR1', 'CR2'],
  ['M1', 'M2', 'M3', 'M4'],
] as const
const hours = [
  ['09:00', '11:00'],
  ['13:30', '15:30'],
] as const
const pastDays = 397
const comingDays = 60

interface Wish {
  readonly date: string
  readonly time: readonly [string, string]
  readonly place: number
  readonly exams: readonly string[]
  readonly wanted: number
  readonly seats?: number
  readonly controller?: number
  readonly room?: string
  /** It is held to its end without anybody at a desk. */
  readonly runsByItself?: boolean
  readonly cancelled?: string
  readonly note?: string
}

/** The sessions of a centre, the first one first: of the past, of today and of the weeks to come. */
export function calendar(settings: Settings): Planned[] {
  const { today, held, isDemoCentre } = settings
  if (held === 0) return []
  const wishes = [
    ...ordinary(settings, -pastDays, -1, held),
    ...(isDemoCentre ? specialDays(today) : aQuietToday(today)),
    ...ordinary(settings, 1, comingDays, Math.max(6, Math.round((held * comingDays) / pastDays))),
  ]
  const planned = wishes.map((wish) => plan(settings, wish))
  planned.sort((a, b) => a.start - b.start || (a.row.id < b.row.id ? -1 : 1))
  return planned
}

/** About so many sessions on the working days between, each day with the same chance. */
function ordinary({ random, today, places }: Settings, from: number, to: number, about: number): Wish[] {
  const slots = places.flatMap((_, place) => hours.map((time) => ({ place, time })))
  const workingDays = Array.from({ length: to - from + 1 }, (_, at) => addDays(today, from + at)).filter(isWorkingDay)
  const share = about / (workingDays.length * slots.length)
  return workingDays.flatMap((date, day) =>
    slots
      .filter(() => random.happens(share))
      .map(({ place, time }) => {
        const pcs = places[place]?.pcs ?? 1
        // Sessions fill as they come nearer.
        const filled = to < 0 ? 0.72 + random.next() * 0.28 : 0.85 - (day / workingDays.length) * 0.8
        return {
          date,
          time,
          place,
          exams: random.pick(offers),
          wanted: Math.round(pcs * filled),
          ...(random.happens(0.02) && { cancelled: 'Panne de réseau au centre / Netwerkpanne in het centrum' }),
        }
      }),
  )
}

/** The days around today at the demo centre: what a screen needs to show is there whatever the hour. */
function specialDays(today: string): Wish[] {
  const [namur, dinant] = [0, 1]
  const evening = ['17:30', '19:00'] as const
  return [
    // Its attestations were released yesterday, at any hour: some are always there to print.
    { date: addDays(today, -2), time: ['16:00', '18:00'], place: namur, exams: ['M1', 'M2'], wanted: 8 },
    { date: addDays(today, -1), time: ['19:30', '21:30'], place: namur, exams: ['M1', 'M2'], wanted: 10 },
    {
      date: today,
      time: ['08:00', '08:50'],
      place: dinant,
      exams: ['M1'],
      wanted: 6,
      controller: 1,
      runsByItself: true,
    },
    {
      date: today,
      time: ['09:00', '11:00'],
      place: namur,
      exams: ['M1', 'M2', 'M3'],
      wanted: 16,
      controller: 0,
      room: 'Salle A',
    },
    {
      date: today,
      time: ['09:00', '11:00'],
      place: dinant,
      exams: ['M3', 'M4'],
      wanted: 6,
      seats: 7,
      controller: 1,
      room: 'Salle 1',
    },
    {
      date: today,
      time: ['09:00', '11:00'],
      place: dinant,
      exams: ['CR1', 'CR2'],
      wanted: 4,
      seats: 5,
      controller: 2,
      room: 'Salle 2',
    },
    {
      date: today,
      time: ['13:30', '15:30'],
      place: namur,
      exams: ['CR1', 'CR2'],
      wanted: 11,
      controller: 0,
      room: 'Salle A',
    },
    { date: today, time: evening, place: dinant, exams: ['M1', 'M2'], wanted: 7, controller: 2, runsByItself: true },
    { date: addDays(today, 1), time: ['09:00', '11:00'], place: namur, exams: ['M1', 'M2'], wanted: 15, controller: 0 },
    {
      date: addDays(today, 3),
      time: ['16:00', '18:00'],
      place: namur,
      exams: ['M1', 'M2', 'M3', 'M4'],
      wanted: 18,
      note: 'Groupe de la banque Horizon : 9 candidats',
    },
    { date: addDays(today, 5), time: ['16:00', '18:00'], place: namur, exams: ['M3', 'M4'], wanted: 17 },
    {
      date: addDays(today, 9),
      time: ['16:00', '18:00'],
      place: dinant,
      exams: ['CR1'],
      wanted: 5,
      cancelled: 'Travaux dans le bâtiment',
    },
  ]
}

const aQuietToday = (today: string): Wish[] => [
  { date: today, time: ['09:00', '11:00'], place: 0, exams: ['M1', 'M2'], wanted: 8 },
]

function plan({ random, newId, now, today, centreId, places, controllers }: Settings, wish: Wish): Planned {
  const { date, time, place, exams, cancelled, runsByItself = false } = wish
  const [startTime, endTime] = time
  const { id: locationId, pcs } = places[place % places.length] as Place
  const start = new Date(instantOf(date, startTime)).getTime()
  const end = new Date(instantOf(date, endTime)).getTime()
  const assigned = controllers[(wish.controller ?? random.between(0, controllers.length - 1)) % controllers.length]
  const seats = wish.seats ?? pcs
  const row: SessionRow = {
    id: newId(),
    centreId,
    code: null,
    date,
    startTime,
    endTime,
    locationId,
    room: wish.room ?? null,
    mode: 'room',
    exams,
    seats,
    controllers: assigned ? [assigned.id] : [],
    note: wish.note ?? null,
    status: cancelled ? 'cancelled' : 'planned',
    cancelReason: cancelled ?? null,
    closedAt: null,
    closedBy: null,
    version: 1,
    fieldVersions: {},
  }
  // Today's sessions are for whoever sits at the desk: they are as yet untouched, at whatever hour he looks.
  const isOver = !cancelled && end + closing < now.getTime() && (date < today || runsByItself)
  return {
    row: isOver ? { ...row, closedAt: new Date(end + closing).toISOString(), closedBy: assigned?.name ?? '' } : row,
    start,
    end,
    wanted: Math.min(wish.wanted, seats),
    isOver,
  }
}

/** So long after the end everybody has left and the session is closed. */
export const closing = 5 * 60_000

const isWorkingDay = (date: string): boolean => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
