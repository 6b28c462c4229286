import { ok } from '../../shared/result.ts'
import type { OpenHandlers } from '../calls.ts'
import { issueAttendance } from './issue.ts'
import { documentsOf, listAttestations } from './queries.ts'

export const attestationHandlers: OpenHandlers<'attestation:list' | 'attestation:forCandidate' | 'attendance:issue'> = {
  'attestation:list': ({ db, now }, wanted) => ok(listAttestations(db, wanted, now())),
  'attestation:forCandidate': ({ db, now }, { candidateId }) => ok(documentsOf(db, candidateId, now())),
  'attendance:issue': (open, made) => {
    const issuer = { act: open.act(), name: open.operator.name, deskName: open.identity.deskName }
    const issued = issueAttendance(open.db, issuer, made)
    open.changed(['attendance', 'change'])
    open.sync.nudge()
    return ok(issued)
  },
}
