import { useTranslation } from 'react-i18next'
import type { SessionRecord } from '../../shared/calls/session.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import type { FieldConflict } from '../../shared/merge.ts'
import { type SessionField, sessionFields, type SessionPatch } from '../../shared/session.ts'
import { ConflictNotice as Conflict, type Side, theirValue } from '../ui/ConflictNotice.tsx'
import { useSessions } from './store.ts'
import { useNames } from './useNames.ts'
import type { SessionForm } from './useSessionForm.ts'

interface ConflictNoticeProps {
  readonly record: SessionRecord
  readonly change: SentChange
  readonly conflicts: Readonly<Record<string, FieldConflict>>
  readonly edit: SessionForm
}

/** Two people changed the same fields of the session. */
export function ConflictNotice({ record: { session }, change, conflicts, edit }: ConflictNoticeProps) {
  const { t } = useTranslation('sessions')
  const { open } = useSessions()
  const names = useNames()
  const fields = sessionFields.filter((field) => field in conflicts)

  const valueOf = (field: SessionField, side: Side): unknown =>
    side === 'mine' ? change.patch[field] : theirValue(conflicts[field], session.fieldVersions[field], session[field])
  const mine = (wanted: readonly SessionField[]): SessionPatch =>
    Object.fromEntries(wanted.map((field) => [field, change.patch[field]]))

  return (
    <Conflict
      changeId={change.id}
      texts={t(($) => $.conflict, { returnObjects: true })}
      fields={fields}
      name={(field) => names.inSentence([field])}
      value={(field, side) => names.value(field, valueOf(field, side))}
      taken={edit.settling === change.id ? t(($) => $.taken) : null}
      quiet={edit.dirty}
      onTake={() => edit.take(change.id, mine(fields), conflicts)}
      onConfirm={(kept) =>
        void (kept.length === 0 ? open.closeChange(change.id) : edit.settle(change.id, mine(kept), conflicts))
      }
    />
  )
}
