import { useTranslation } from 'react-i18next'
import { candidateFields, type CandidatePatch } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import { useErrorText } from '../i18n/errorText.ts'
import { RefusedNotice as Refused } from '../ui/RefusedNotice.tsx'
import { fieldOf } from './form.ts'
import { useCandidates } from './store.ts'
import { useFieldNames } from './useFieldNames.ts'
import type { RecordForm } from './useRecordForm.ts'

interface RefusedNoticeProps {
  readonly record: CandidateRecord
  readonly change: SentChange<CandidatePatch>
  readonly edit: RecordForm
}

/** Central refused an edit of a record. */
export function RefusedNotice({ record: { candidate }, change, edit }: RefusedNoticeProps) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const names = useFieldNames()
  const errorText = useErrorText()
  const verdict = change.verdict?.status === 'rejected' ? change.verdict : null
  const fields = candidateFields.filter((field) => field in change.patch)
  const said = verdict && errorText(verdict)
  // Values that the record has by now leave nothing to take up.
  const differs = fields.some((field) => change.patch[field] !== candidate[field])
  return (
    <Refused
      title={change.kind === 'codes.send' && said ? said.what : t(($) => $.refused.title)}
      reason={
        said &&
        (change.kind === 'codes.send' ? (
          // Nothing was entered that could be taken up: why, and what to do.
          <p>
            {said.why} {said.next}
          </p>
        ) : (
          <p>{t(($) => $.refused.reason, { reason: said.what })}</p>
        ))
      }
      fields={fields}
      name={(field) => names.inSentence([field])}
      value={(field) => names.value(field, change.patch[field] ?? null)}
      wrong={(field) => verdict?.fields?.find((one) => fieldOf(one) === field)}
      taken={edit.settling === change.id ? t(($) => $.taken) : null}
      texts={{ take: t(($) => $.refused.take), done: t(($) => $.refused.done) }}
      onTake={differs ? () => edit.take(change.id, change.patch) : null}
      onDone={() => void open.closeChange(change.id)}
    />
  )
}
