import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { hash } from '@node-rs/argon2'
import { sql } from 'kysely'
import { inject } from 'vitest'
import type { Candidate, CandidateValues } from '../../shared/candidate.ts'
import type { SessionValues } from '../../shared/session.ts'
import { inBelgium } from '../../shared/time.ts'
import { uuidv7 } from '../../shared/ids.ts'
import type { Role } from '../../shared/operator.ts'
import { type Central, openCentral } from '../../src-central/central.ts'
import { type CentralDb, openDatabase } from '../../src-central/database/open.ts'
import { makePairingCode } from '../../src-central/desks/pairing.ts'
import { buildServer, type CentralServer } from '../../src-central/server.ts'
import { newServerDatabase } from './postgres.ts'

export const password = 'Sambre-et-Meuse-7'
export const newId = (): string => uuidv7(Date.now(), randomBytes(10))

/** The real central, listening on this machine. It can be killed and brought back on the same port with its data. */
export interface TestCentral {
  readonly address: string
  readonly central: Central
  readonly centreId: string
  kill(): Promise<void>
  restart(): Promise<void>
  pairingCode(): Promise<string>
  addOperator(username: string, role: Role): Promise<string>
  /** How a record stands in central's own database. */
  record(id: string): Promise<Candidate>
  setClock(now: () => Date): void
  /**
   * Whether the feed shows everything that was written. On a server it holds back what is younger than the oldest
   * transaction still running, and that one may be another test's or the server's own.
   */
  showsAll(): Promise<boolean>
}

// Making an embedded PostgreSQL takes a second, emptying it some milliseconds: one for each test file.
let shared: Promise<CentralDb> | undefined
let hashed: Promise<string> | undefined
const started: CentralServer[] = []

/** The embedded database as the run's template has it, its schema in place. */
const embedded = (): Promise<PGlite> =>
  PGlite.create({ loadDataDir: new Blob([readFileSync(inject('centralTemplate'))]) })

// Truncating makes every table and index anew, a third of a second: most of them hold nothing, and the others little.
const emptyTables = sql`do $$ declare name text; filled boolean; begin
  set local session_replication_role = replica;
  for name in select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
    execute 'select exists (select from ' || name || ')' into filled;
    if filled then execute 'delete from ' || name; end if;
  end loop; end $$`

/** A central with nothing in it, and without a server; on a PostgreSQL server where the run has one. */
export async function emptyCentral(now: () => Date): Promise<Central> {
  shared ??= newServerDatabase().then((server) => openDatabase(server === undefined ? { embedded } : { server }))
  const db = await shared
  await emptyTables.execute(db)
  return openCentral(db, now)
}

export async function startCentral(): Promise<TestCentral> {
  let now = () => new Date()
  const central = await emptyCentral(() => now())
  const { db } = central
  const centreId = newId()
  await db
    .insertInto('centre')
    .values({ id: centreId, code: 'NAM', name: 'Centre Meuse-Sambre', email: 'examens@meuse-sambre.exemple.be' })
    .execute()
  let server = await buildServer(central)
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  started.push(server)
  const addOperator = operatorsOf(db, centreId)
  const manager = await addOperator('sofie.claes', 'centreManager')
  await addOperator('marie.lambert', 'administrator')
  await addOperator('koen.desmet', 'controller')
  return {
    address,
    central,
    centreId,
    addOperator,
    kill: () => server.close(),
    restart: async () => {
      server = await buildServer(central)
      await server.listen({ port: Number(new URL(address).port), host: '127.0.0.1' })
      started.push(server)
    },
    pairingCode: async () => (await makePairingCode(central, centreId, manager)).code,
    showsAll: async () => {
      const { rows } = await sql<{ all: boolean }>`
        select not exists (select from feed where xid >= pg_snapshot_xmin(pg_current_snapshot())) as "all"`.execute(db)
      return rows[0]?.all ?? true
    },
    record: async (id) => {
      const row = await db.selectFrom('candidate').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      return { ...row, openedAt: row.openedAt?.toISOString(), confirmedAt: row.confirmedAt?.toISOString() }
    },
    setClock: (clock) => {
      now = clock
    },
  }
}

/** Adds people who work at a centre. */
const operatorsOf = (db: CentralDb, centreId: string) => async (username: string, role: Role) => {
  // The real cost is a tenth of a second for each of some hundred sign-ins of a run.
  hashed ??= hash(password, { memoryCost: 256, timeCost: 1 })
  const id = newId()
  await db
    .insertInto('operator')
    .values({
      id,
      username,
      name: username.replace('.', ' '),
      language: 'fr',
      passwordHash: await hashed,
      revokedAt: null,
    })
    .execute()
  await db.insertInto('operatorRole').values({ operatorId: id, centreId, role }).execute()
  return id
}

/** The same central as another centre sees it, whose administrator is `jef.wouters`. */
export async function anotherCentre(test: TestCentral): Promise<TestCentral> {
  const { central } = test
  const centreId = newId()
  await central.db.insertInto('centre').values({ id: centreId, code: 'LEU', name: 'Centrum Dijleland' }).execute()
  const addOperator = operatorsOf(central.db, centreId)
  const manager = await addOperator('lien.maes', 'centreManager')
  await addOperator('jef.wouters', 'administrator')
  return {
    ...test,
    centreId,
    addOperator,
    pairingCode: async () => (await makePairingCode(central, centreId, manager)).code,
  }
}

export const stopCentrals = (): Promise<unknown> => Promise.all(started.splice(0).map((server) => server.close()))

/** A candidate as central has him: of the test centre, or of nobody's. */
export async function aCandidate(
  { central, centreId }: TestCentral,
  values: Partial<CandidateValues> = {},
  { inScope = true }: { readonly inScope?: boolean } = {},
): Promise<string> {
  const id = newId()
  await central.db
    .insertInto('candidate')
    .values({
      id,
      login: `VB${String(Number.parseInt(id.slice(-7), 16) % 100_000_000).padStart(8, '0')}`,
      lastName: 'Van den Broeck',
      firstName: 'Élise',
      language: 'fr',
      email: 'elise.vb@exemple.be',
      birthDate: '1988-03-14',
      phone: null,
      ...values,
      fieldVersions: '{}',
      extra: '{}',
    })
    .execute()
  if (!inScope) return id
  await central.db
    .insertInto('scope')
    .values({ centreId, candidateId: id, since: new Date().toISOString(), until: null })
    .execute()
  return id
}

/** The exams and the one place of the test centre; made once a test. */
export async function aLocation({ central, centreId }: TestCentral): Promise<string> {
  const found = await central.db.selectFrom('location').select('id').where('centreId', '=', centreId).executeTakeFirst()
  if (found) return found.id
  const id = newId()
  await central.db
    .insertInto('location')
    .values({ id, centreId, name: 'Namur', address: 'Rue du Test 1', pcs: 18 })
    .execute()
  const named = (name: string) => JSON.stringify({ fr: name, nl: name })
  const exams = [
    ['M1', []],
    ['M3', []],
    ['M4', ['M3']],
  ] as const
  await central.db
    .insertInto('exam')
    .values(
      exams.map(([code, requires], rank) => ({
        code,
        domain: 'insurance' as const,
        short: named(code),
        title: named(`Module ${code}`),
        requires: JSON.stringify(requires),
        rank,
      })),
    )
    .execute()
  return id
}

/** What a session of today at the test centre says; `central`'s clock says which day that is. */
export async function sessionValues(test: TestCentral, values: Partial<SessionValues> = {}): Promise<SessionValues> {
  return {
    date: inBelgium(test.central.now()).date,
    startTime: '09:00',
    endTime: '11:00',
    locationId: await aLocation(test),
    room: null,
    mode: 'room',
    exams: ['M1'],
    seats: 18,
    controllers: [],
    note: null,
    ...values,
  }
}

/** A session as central has it. */
export async function aSession(test: TestCentral, values: Partial<SessionValues> = {}): Promise<string> {
  const id = newId()
  const { exams, controllers, ...session } = await sessionValues(test, values)
  await test.central.db
    .insertInto('session')
    .values({
      ...session,
      id,
      centreId: test.centreId,
      code: `S-${id.slice(-6)}`,
      exams: JSON.stringify(exams),
      controllers: JSON.stringify(controllers),
    })
    .execute()
  return id
}

/** Somebody registered for a session, as central has him. */
export async function aRegistration(
  { central, centreId }: TestCentral,
  sessionId: string,
  candidateId: string,
  exams: readonly string[] = ['M1'],
): Promise<string> {
  const id = newId()
  await central.db
    .insertInto('registration')
    .values({
      id,
      centreId,
      sessionId,
      candidateId,
      exams: JSON.stringify(exams),
      language: 'fr',
      pc: null,
      status: 'registered',
    })
    .execute()
  return id
}
