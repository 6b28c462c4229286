import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Candidate, CandidateValues } from '../../shared/candidate.ts'
import { uuidv7 } from '../../shared/ids.ts'
import type { Role } from '../../shared/operator.ts'
import { type Central, openCentral } from '../../src-central/central.ts'
import { type CentralDb, openDatabase } from '../../src-central/database/open.ts'
import { makePairingCode } from '../../src-central/desks/pairing.ts'
import { hashPassword } from '../../src-central/operators/signIn.ts'
import { buildServer, type CentralServer } from '../../src-central/server.ts'

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
}

// Making an embedded PostgreSQL takes a second, emptying it some milliseconds: one for each test file.
let shared: Promise<CentralDb> | undefined
let hashed: Promise<string> | undefined
const started: CentralServer[] = []

export async function startCentral(): Promise<TestCentral> {
  shared ??= openDatabase()
  const db = await shared
  await sql`truncate meta, centre, operator, "operatorRole", "pairingCode", desk, "grant", candidate, scope, change`.execute(
    db,
  )
  let now = () => new Date()
  const central = await openCentral(db, () => now())
  const centreId = newId()
  await db.insertInto('centre').values({ id: centreId, code: 'NAM', name: 'Centre Meuse-Sambre' }).execute()
  let server = await buildServer(central)
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  started.push(server)
  const addOperator = async (username: string, role: Role) => {
    hashed ??= hashPassword(password)
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
    record: async (id) => {
      const row = await db.selectFrom('candidate').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      return row
    },
    setClock: (clock) => {
      now = clock
    },
  }
}

export const stopCentrals = (): Promise<unknown> => Promise.all(started.splice(0).map((server) => server.close()))

/** A candidate of the test centre, as central has him. */
export async function aCandidate(
  { central, centreId }: TestCentral,
  values: Partial<CandidateValues> = {},
): Promise<string> {
  const id = newId()
  await central.db
    .insertInto('candidate')
    .values({
      id,
      login: `VB${id.slice(-7)}`,
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
  await central.db
    .insertInto('scope')
    .values({ centreId, candidateId: id, since: new Date().toISOString(), until: null })
    .execute()
  return id
}
