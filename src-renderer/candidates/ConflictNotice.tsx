import { useTranslation } from 'react-i18next'
import { type CandidateField, candidateFields, type CandidatePatch } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import type { FieldConflict } from '../../shared/merge.ts'
import { breakable } from '../ui/breakable.tsx'
import { ConflictNotice as Conflict, type Side, theirValue } from '../ui/ConflictNotice.tsx'
import { useCandidates } from './store.ts'
import { useFieldNames } from './useFieldNames.ts'
import type { RecordForm } from './useRecordForm.ts'

interface ConflictNoticeProps {
  readonly record: CandidateRecord
  readonly change: SentChange<CandidatePatch>
  readonly conflicts: Readonly<Record<string, FieldConflict<string | null>>>
  readonly edit: RecordForm
}

/** Two people changed the same fields of a record. */
export function ConflictNotice({ record: { candidate }, change, conflicts, edit }: ConflictNoticeProps) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const names = useFieldNames()
  const fields = candidateFields.filter((field) => field in conflicts)

  const mine = (field: CandidateField) => change.patch[field] ?? null
  const valueOf = (field: CandidateField, side: Side) =>
    side === 'mine' ? mine(field) : theirValue(conflicts[field], candidate.fieldVersions[field], candidate[field])
  const patch = (wanted: readonly CandidateField[]): CandidatePatch =>
    Object.fromEntries(wanted.map((field) => [field, mine(field)]))

  const confirm = async (kept: readonly CandidateField[]) => {
    const done =
      kept.length === 0 ? await open.closeChange(change.id) : await edit.settle(change.id, patch(kept), conflicts)
    // The notice goes, and the keyboard must not stand nowhere.
    if (done) edit.form.setFocus(fields[0] ?? 'lastName')
  }
  return (
    <Conflict
      changeId={change.id}
      texts={t(($) => $.conflict, { returnObjects: true })}
      fields={fields}
      name={(field) => names.inSentence([field])}
      value={(field, side) => breakable(names.value(field, valueOf(field, side)))}
      columns
      taken={edit.settling === change.id ? t(($) => $.taken) : null}
      quiet={edit.dirty}
      onTake={() => edit.take(change.id, patch(fields), conflicts)}
      onConfirm={(kept) => void confirm(kept)}
    />
  )
}
