import { Refusal } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'
import type { Cache } from '../cache/open.ts'
import { isDone, perform } from '../sync/act.ts'
import type { Act } from '../sync/outbox.ts'
import { becameOf } from '../sync/redirect.ts'
import { findRow } from './queries.ts'

interface CodesSent {
  readonly changeId: string
  readonly id: string
}

/**
 * Notes that codes are to be sent, to the address that is registered when central hears of it (docs/protocol.md, C14).
 *
 * Nothing is noted where central could only refuse, or while it is not settled which address it is.
 */
export function sendCodes(db: Cache, act: Act, { changeId, id: named }: CodesSent): void {
  db.transaction(() => {
    if (isDone(db, changeId)) return
    const id = becameOf(db, 'candidate', named)
    const row = findRow(db, id)
    if (!row) throw new Refusal(fail('candidate.unknown', 'no such candidate on this desk').error)
    if (row.email === null) throw new Refusal(fail('codes.noEmail', 'this record has no address').error)
    if (row.login === null) throw new Refusal(fail('codes.held', 'this record has no login').error)
    perform(db, act, [{ id: changeId, kind: 'codes.send', entityId: id, patch: {} }])
  })()
}
