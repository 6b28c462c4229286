import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type CandidateField, candidateFields } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import { useErrorText, useFieldText } from '../i18n/errorText.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './ChangeNotice.module.css'
import { fieldOf } from './form.ts'
import { useCandidates } from './store.ts'
import { useFieldNames } from './useFieldNames.ts'
import type { RecordForm } from './useRecordForm.ts'

interface RefusedNoticeProps {
  readonly record: CandidateRecord
  readonly change: SentChange
  readonly edit: RecordForm
}

/** Central refused an edit: why, which values stand kept, and what to do with them. */
export function RefusedNotice({ record: { candidate }, change, edit }: RefusedNoticeProps) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const names = useFieldNames()
  const errorText = useErrorText()
  const fieldText = useFieldText()
  const verdict = change.verdict?.status === 'rejected' ? change.verdict : null
  const fields = candidateFields.filter((field) => field in change.patch)
  const why = (field: CandidateField) => {
    const wrong = verdict?.fields?.find((one) => fieldOf(one) === field)
    return wrong && fieldText(wrong.code)
  }
  const taken = edit.settling === change.id
  // Values that the record has by now leave nothing to take up.
  const differs = fields.some((field) => change.patch[field] !== candidate[field])
  return (
    <Notice tone="bad" icon={IconAlertTriangle} title={t(($) => $.refused.title)}>
      {verdict && <p>{t(($) => $.refused.reason, { reason: errorText(verdict).what })}</p>}
      <table className={styles.values}>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{names.inSentence([field])}</th>
              <td>
                {names.value(field, change.patch[field] ?? null)}
                {why(field) && <small>{why(field)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {taken ? (
        <p className={styles.taken}>{t(($) => $.taken)}</p>
      ) : (
        <div className={styles.acts}>
          {differs && (
            <Button variant="default" onClick={() => edit.take(change.id, change.patch)}>
              {t(($) => $.refused.take)}
            </Button>
          )}
          <Button variant="subtle" onClick={() => void open.closeChange(change.id)}>
            {t(($) => $.refused.done)}
          </Button>
        </div>
      )}
    </Notice>
  )
}
