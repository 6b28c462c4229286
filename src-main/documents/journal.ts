import { randomBytes } from 'node:crypto'
import type { Print } from '../../shared/attestation.ts'
import { uuidv7 } from '../../shared/ids.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { perform } from '../sync/act.ts'
import type { Act } from '../sync/outbox.ts'
import type { Job } from './jobs.ts'

type Sheet = Pick<Job, 'kind' | 'documentId' | 'candidateId' | 'copy'>

/** Notes one sheet in the journal: which document and copy, how and when it left, and by whom. */
export function noteSheet(
  open: OpenDesk,
  act: Act,
  changeId: string,
  { kind: documentKind, documentId, candidateId, copy }: Sheet,
  way: Pick<Print, 'way' | 'printer' | 'at'>,
): void {
  perform(open.db, act, [
    {
      id: changeId,
      kind: 'document.printed',
      entityId: uuidv7(open.now().getTime(), randomBytes(10)),
      patch: { documentKind, documentId, candidateId, copy, ...way },
      shown: { actor: open.operator.id, actorName: open.operator.name, deskName: open.identity.deskName },
    },
  ])
}

/** After the note is kept: the screens ask again, and it is sent. */
export function tellOfSheet({ changed, sync }: OpenDesk): void {
  changed(['print', 'attestation', 'attendance', 'change'])
  sync.nudge()
}
