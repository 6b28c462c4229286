import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { missingFields } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import { CorrectionNotice } from '../corrections/CorrectionNotice.tsx'
import { HeldNotice } from '../duplicates/HeldNotice.tsx'
import { MergedNotice } from '../duplicates/MergedNotice.tsx'
import { likely } from '../duplicates/remarks.ts'
import { SimilarNotice } from '../duplicates/SimilarNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { textConflicts } from './form.ts'
import styles from './RecordPane.module.css'
import { RefusedNotice } from './RefusedNotice.tsx'
import { useCandidates } from './store.ts'
import { useFieldNames } from './useFieldNames.ts'
import type { RecordForm } from './useRecordForm.ts'

/** Everything that asks for a decision or a completion, above the fields and before anything is saved. */
export function Attention({ record, edit }: { record: CandidateRecord; edit: RecordForm }) {
  const { t } = useTranslation('candidates')
  const names = useFieldNames()
  const missing = missingFields({
    ...record.candidate,
    email: edit.typed.email.trim() || null,
    birthDate: edit.typed.birthDate.trim() || null,
  })
  const asking = record.changes.filter(({ status }) => status === 'conflict' || status === 'rejected')
  const { open, similar, asked } = useCandidates()
  const held = useStore(asked, (state) => state.held)
  const people = useStore(similar, (state) => state.similar)?.people ?? []
  // Whom he resembles is part of what is to be decided.
  const alike = held ? [] : likely(people)
  const was = useStore(open, (state) => state.was) ?? edit.typedIn
  if (
    !was &&
    !held &&
    record.correctionAskedAt === null &&
    missing.length === 0 &&
    asking.length === 0 &&
    alike.length === 0
  )
    return null
  return (
    <div className={styles.notices}>
      {was && (
        <MergedNotice
          was={was}
          typed={edit.dirty}
          onSeen={() => {
            open.seenMerged()
            edit.seenMerged()
          }}
        />
      )}
      {held && <HeldNotice held={held} />}
      <CorrectionNotice record={record} />
      {asking.map((change) =>
        change.verdict?.status === 'conflict' ? (
          <ConflictNotice
            key={change.id}
            record={record}
            change={change}
            conflicts={textConflicts(change.verdict.conflicts)}
            edit={edit}
          />
        ) : (
          <RefusedNotice key={change.id} record={record} change={change} edit={edit} />
        ),
      )}
      {alike.length > 0 && <SimilarNotice people={alike} asked={asked} onCompare={() => similar.compare(true)} />}
      {missing.length > 0 && (
        <Notice
          tone="warn"
          icon={IconInfoCircle}
          title={t(($) => $.record.missing, { fields: names.inSentence(missing) })}
        >
          {missing.includes('email') && <p>{t(($) => $.record.missingEmail)}</p>}
          {missing.includes('birthDate') && <p>{t(($) => $.record.missingBirthDate)}</p>}
        </Notice>
      )}
    </div>
  )
}
