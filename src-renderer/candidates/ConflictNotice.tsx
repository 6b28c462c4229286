import { Button } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { candidateFields, type CandidatePatch } from '../../shared/candidate.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import type { FieldConflict } from '../../shared/merge.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './ChangeNotice.module.css'
import { useCandidates } from './store.ts'
import { useFieldNames } from './useFieldNames.ts'
import type { RecordForm } from './useRecordForm.ts'

interface ConflictNoticeProps {
  readonly change: SentChange
  readonly conflicts: Readonly<Record<string, FieldConflict>>
  readonly edit: RecordForm
}

/** Two people changed the same field: both values side by side, and the operator's choice. */
export function ConflictNotice({ change, conflicts, edit }: ConflictNoticeProps) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const names = useFieldNames()
  const fields = candidateFields.filter((field) => field in conflicts)
  const mine: CandidatePatch = Object.fromEntries(fields.map((field) => [field, change.patch[field] ?? null]))
  const take = () => {
    edit.take(mine, conflicts)
    void open.closeChange(change.id)
  }
  return (
    <Notice tone="hold" icon={IconArrowsSplit2} title={t(($) => $.conflict.title)}>
      <p>{t(($) => $.conflict.help)}</p>
      <table className={styles.values}>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.conflict.field)}</th>
            <th scope="col">{t(($) => $.conflict.theirs)}</th>
            <th scope="col">{t(($) => $.conflict.mine)}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{names.inSentence([field])}</th>
              <td>{names.value(field, conflicts[field]?.value ?? null)}</td>
              <td>
                <mark>{names.value(field, mine[field] ?? null)}</mark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.acts}>
        <Button variant="default" onClick={() => void open.closeChange(change.id)}>
          {t(($) => $.conflict.keep)}
        </Button>
        <Button variant="default" onClick={take}>
          {t(($) => $.conflict.take)}
        </Button>
      </div>
    </Notice>
  )
}
