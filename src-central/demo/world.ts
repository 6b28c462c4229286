import { sql } from 'kysely'
import { addDays, inBelgium, instantOf } from '../../shared/time.ts'
import type { Central } from '../central.ts'
import { insertMany } from '../database/insertMany.ts'
import { heldBack } from '../jobs/release.ts'
import { indexOutdated } from '../matching/indexing.ts'
import { hashPassword } from '../operators/signIn.ts'
import { defaultSettings } from '../settings.ts'
import { attest } from './attestations.ts'
import { calendar } from './calendar.ts'
import { demoCentres, demoExams, demoOperators, demoPassword, type World } from './centres.ts'
import { type Person, peopleMaker } from './people.ts'
import { type Chance, chance, idMaker } from './random.ts'
import { fillSeats } from './seats.ts'

export { demoOperators, demoPassword } from './centres.ts'

export interface WorldOptions {
  /** The day on which everything turns, YYYY-MM-DD; by default today in Belgium. */
  readonly today?: string
  /** `small`: 320 people at the demo centre; `full`: 20,000 there, 60,000 in all. */
  readonly world?: World
  /** Another number of people at the demo centre. */
  readonly persons?: number
}

const DAY = 86_400_000
const told = ['scope', 'session', 'registration', 'checkIn', 'result', 'attestation', 'print'] as const
/** So many people of the neighbours are also registered at the demo centre. */
const neighbours = { BRU: 250, LIE: 200, MON: 150 } as const

/**
 * Fills an empty central with eight centres, their operators, their sessions and invented candidates, in one transaction:
 * all of it or nothing. The same world for the same day and hour, ids included.
 */
export async function fillDemoWorld(central: Central, options: WorldOptions = {}): Promise<void> {
  if (await central.db.selectFrom('centre').select('id').executeTakeFirst()) return
  const clock = inBelgium(central.now())
  const today = options.today ?? clock.date
  const now = today === clock.date ? central.now() : new Date(instantOf(today, clock.time))
  const random = chance(20_261_121)
  const newId = idMaker(random, new Date(instantOf(addDays(today, -420), '06:00')).getTime())
  const world = await build(central, { ...options, today, now, random, newId })
  await central.db.transaction().execute(async (db) => {
    // A hundred thousand rows, each telling the desks of itself, take longer than one statement a table afterwards.
    for (const table of told) await sql`alter table ${sql.table(table)} disable trigger moved`.execute(db)
    for (const [table, rows] of world.tables) await insertMany(db, table, rows)
    await indexOutdated(db)
    for (const table of told) {
      const [entity, id] = table === 'scope' ? ['candidate', 'candidateId'] : [table, 'id']
      await sql`insert into feed select "centreId", ${entity}, ${sql.ref(id)}, pg_current_xact_id(), false
        from ${sql.table(table)}`.execute(db)
      await sql`alter table ${sql.table(table)} enable trigger moved`.execute(db)
    }
    await sql`select setval('"attestationNumber"', ${world.nextNumber}, false),
      setval('"sessionNumber"', ${world.sessions + 1}, false)`.execute(db)
  })
  // The embedded database has nobody who does this by itself, and plans badly without.
  await sql`analyze`.execute(central.db)
}

interface Settings extends WorldOptions {
  readonly today: string
  readonly now: Date
  readonly random: Chance
  readonly newId: () => string
}

async function build(central: Central, { today, now, world = 'small', persons, random, newId }: Settings) {
  const passwordHash = await hashPassword(demoPassword)
  const maker = peopleMaker({ random, newId, today })
  const centres = demoCentres.map((centre) => ({ ...centre, id: newId(), size: centre.sizes[world] }))
  const idOf = new Map(centres.map(({ code, id }) => [code, id]))
  const locations = centres.flatMap((centre) =>
    centre.locations.map((location) => ({ id: newId(), centreId: centre.id, ...location })),
  )
  const operators = demoOperators.map((operator) => ({ ...operator, id: newId() }))
  const staff = new Map(operators.map(({ id, name }) => [id, name]))

  const own = new Map<string, Person>()
  const peopleOf = new Map<string, Person[]>()
  for (const { code, region, size } of centres) {
    const count = code === 'NAM' ? (persons ?? size.people) : size.people
    const sitting = operators.filter((operator) => operator.sitsAt === code)
    for (const { id, name } of sitting) {
      const [firstName = '', ...lastName] = name.split(' ')
      own.set(id, maker.named(lastName.join(' '), firstName, region))
    }
    const known = sitting.flatMap(({ id }) => own.get(id) ?? [])
    peopleOf.set(code, [...known, ...maker.people(region, Math.max(0, count - known.length))])
  }

  const everybody = [...peopleOf.values()].flat()
  const scopes: object[] = []
  const planned = []
  const seated = []
  for (const [at, centre] of centres.entries()) {
    const guests = at === 0 ? guestsOf(peopleOf) : []
    const people = [...(peopleOf.get(centre.code) ?? []), ...guests]
    const sessions = calendar({
      random,
      newId,
      today,
      now,
      centreId: centre.id,
      places: locations.filter(({ centreId }) => centreId === centre.id),
      controllers: operators.filter((one) => one.centre === centre.code && one.roles.includes('controller')),
      held: centre.size.sessions,
      isDemoCentre: at === 0,
    })
    const seats = fillSeats({ random, newId, staff, people, planned: sessions })
    planned.push(...sessions)
    seated.push(seats)
    scopes.push(...people.map((person) => scope(random, now, centre.id, person.id, seats.firstDay.get(person.id))))
  }

  const administrator = operators[0]
  if (!administrator) throw new Error('nobody works in the demo world')
  const results = seated.flatMap((seats) => seats.results)
  const outcome = await attest({
    central,
    random,
    newId,
    now,
    results,
    planned: new Map(planned.map((session) => [session.row.id, session])),
    people: new Map(everybody.map((person) => [person.id, person])),
    centreNames: new Map(centres.map(({ id, name }) => [id, name])),
    locationNames: new Map(locations.map(({ id, name }) => [id, name])),
    administrator: { ...administrator, centreId: idOf.get(administrator.centre) ?? '' },
  })
  return {
    nextNumber: outcome.nextNumber,
    sessions: planned.length,
    // In the order in which one needs the other.
    tables: [
      ['centre', centres.map(({ id, code, name, email }) => ({ id, code, name, email }))],
      ['location', locations],
      ['exam', demoExams.map((exam, rank) => ({ ...exam, rank }))],
      ['candidate', everybody],
      [
        'operator',
        operators.map(({ id, username, name, language }) => {
          return { id, username, name, language, passwordHash, candidateId: own.get(id)?.id ?? null }
        }),
      ],
      [
        'operatorRole',
        operators.flatMap(({ id, roles, centre }) =>
          roles.map((role) => ({ operatorId: id, centreId: idOf.get(centre), role })),
        ),
      ],
      ['scope', scopes],
      ['session', planned.map(({ row }, at) => ({ ...row, code: sessionCode(row.date, at + 1) }))],
      ['registration', seated.flatMap((seats) => seats.registrations)],
      ['checkIn', seated.flatMap((seats) => seats.checkIns)],
      ['result', results],
      ['attestation', outcome.attestations],
      ['print', outcome.prints],
      ['meta', [{ key: heldBack, value: outcome.held }]],
    ] as const,
  }
}

const sessionCode = (date: string, sequence: number): string =>
  `S-${date.slice(0, 4)}-${String(sequence).padStart(5, '0')}`

/** In the full world only: the people of some neighbours who also come to the demo centre. */
function guestsOf(peopleOf: ReadonlyMap<string, readonly Person[]>): Person[] {
  return Object.entries(neighbours).flatMap(([code, count]) => peopleOf.get(code)?.slice(-count) ?? [])
}

/** Somebody is known to a centre since some weeks before his first exam there, or since some day within the window. */
function scope(random: Chance, now: Date, centreId: string, candidateId: string, firstDay: number | undefined) {
  const anyDay = now.getTime() - random.between(1, defaultSettings.windowDays - 5) * DAY
  const since = Math.min(anyDay, (firstDay ?? Infinity) - random.between(5, 40) * DAY)
  return { centreId, candidateId, since: new Date(since).toISOString() }
}
