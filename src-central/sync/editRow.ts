import { sql } from 'kysely'
import { mergeEdit } from '../../shared/merge.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { accepted, type Transacting } from './judge.ts'

/** The rows that operators edit field by field. */
type Edited = 'candidate' | 'session' | 'registration'

interface Versioned {
  readonly id: string
  readonly version: number
  readonly fieldVersions: Readonly<Record<string, number>>
}

/**
 * Merges an edit into a row that the transaction has locked, and writes what applies (docs/protocol.md, C2).
 * @param base the versions seen by the operator
 */
export async function editRow(
  db: Transacting,
  table: Edited,
  current: Versioned & object,
  patch: object,
  base: Readonly<Record<string, number>>,
  at: string,
): Promise<Verdict> {
  const { apply, conflicts, version, fieldVersions } = mergeEdit(current, patch, base)
  if (version > current.version) {
    const columns = Object.entries(apply).map(([field, value]) => [
      field,
      Array.isArray(value) ? JSON.stringify(value) : value,
    ])
    await sql`update ${sql.table(table)} set ${sql.join(
      [...columns, ['version', version], ['fieldVersions', JSON.stringify(fieldVersions)]].map(
        ([field, value]) => sql`${sql.ref(String(field))} = ${value}`,
      ),
    )} where id = ${current.id}`.execute(db)
  }
  if (Object.keys(conflicts).length === 0) return accepted(at, { version, fieldVersions })
  return {
    status: 'conflict',
    at,
    version,
    fieldVersions: { ...fieldVersions },
    conflicts: conflicts as Extract<Verdict, { status: 'conflict' }>['conflicts'],
  }
}
