import { sql } from 'kysely'
import type { Transacting } from '../sync/judge.ts'

/** What of each noun a merge may change, and on whose side it looks for it. */
const nouns = {
  registration: { columns: 'id candidateId status exams formerTokens mergedInto version fieldVersions', whose: 'both' },
  checkIn: { columns: 'id candidateId registrationId stands version', whose: 'both' },
  result: { columns: 'id candidateId registrationId version', whose: 'from' },
  attestation: { columns: 'id candidateId registrationId version', whose: 'from' },
  attendance: { columns: 'id candidateId registrationId version', whose: 'from' },
  print: { columns: 'id candidateId version', whose: 'from' },
  history: { columns: 'id candidateId version', whose: 'from' },
  mail: { columns: 'id candidateId status version', whose: 'from' },
  correction: { columns: 'id candidateId version', whose: 'from' },
  contact: { columns: 'id candidateId version', whose: 'from' },
  operator: { columns: 'id candidateId', whose: 'from' },
  scope: { columns: 'centreId candidateId since until', whose: 'both' },
} as const

/**
 * The rows that hang on two records as they are before a merge, with the columns that it may change: with the ids that
 * the log has, every step of it can be told and taken back.
 *
 * To be called once both records are locked.
 */
export async function rowsBefore(db: Transacting, from: string, into: string): Promise<object> {
  const rows: Record<string, unknown> = {}
  for (const [noun, { columns, whose }] of Object.entries(nouns)) {
    rows[noun] = await rowsOf(db, noun, columns, sql`"candidateId" in (${from}, ${whose === 'both' ? into : from})`)
  }
  rows['distinction'] = await rowsOf(
    db,
    'distinction',
    'id a b stands version',
    sql`a in (${from}, ${into}) or b in (${from}, ${into})`,
  )
  // Whoever became one of the two before.
  rows['candidate'] = await rowsOf(db, 'candidate', 'id mergedInto version', sql`"mergedInto" = ${from}`)
  return rows
}

async function rowsOf(
  db: Transacting,
  table: string,
  columns: string,
  which: ReturnType<typeof sql>,
): Promise<readonly unknown[]> {
  const named = sql.join(columns.split(' ').map((column) => sql.ref(column)))
  const { rows } = await sql`select ${named} from ${sql.table(table)} where ${which}`.execute(db)
  return rows
}
