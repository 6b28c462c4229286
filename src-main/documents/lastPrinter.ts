import { prepare } from '../cache/run.ts'
import type { OpenDesk } from '../desk/desk.ts'

const LAST_PRINTER = 'printer.last'

/** A preference like any other, so JSON; the settings may have written it, or something else. */
export function lastPrinter({ db, operator }: OpenDesk): string | null {
  const kept = prepare(db, 'SELECT value FROM preference WHERE operatorId = ? AND key = ?').get(
    operator.id,
    LAST_PRINTER,
  ) as { value: string } | undefined
  try {
    const name: unknown = JSON.parse(kept?.value ?? 'null')
    return typeof name === 'string' ? name : null
  } catch {
    return null
  }
}

export const keepPrinter = ({ db, operator }: OpenDesk, printer: string): void => {
  prepare(db, 'INSERT OR REPLACE INTO preference VALUES (?, ?, ?)').run(
    operator.id,
    LAST_PRINTER,
    JSON.stringify(printer),
  )
}
