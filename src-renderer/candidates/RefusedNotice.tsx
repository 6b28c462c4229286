import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { candidateFields } from '../../shared/candidate.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import { useErrorText, useFieldText } from '../i18n/errorText.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './ChangeNotice.module.css'
import { useCandidates } from './store.ts'
import { useFieldNames } from './useFieldNames.ts'
import type { RecordForm } from './useRecordForm.ts'

/** Central refused an edit: why, which values stand kept, and what to do with them. */
export function RefusedNotice({ change, edit }: { change: SentChange; edit: RecordForm }) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const names = useFieldNames()
  const errorText = useErrorText()
  const fieldText = useFieldText()
  const verdict = change.verdict?.status === 'rejected' ? change.verdict : null
  const fields = candidateFields.filter((field) => field in change.patch)
  const why = (field: string) => {
    const wrong = verdict?.fields?.find((one) => one.field === field)
    return wrong && fieldText(wrong.code)
  }
  const take = () => {
    edit.take(change.patch)
    void open.closeChange(change.id)
  }
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
      <div className={styles.acts}>
        <Button variant="default" onClick={take}>
          {t(($) => $.refused.take)}
        </Button>
        <Button variant="subtle" onClick={() => void open.closeChange(change.id)}>
          {t(($) => $.refused.done)}
        </Button>
      </div>
    </Notice>
  )
}
