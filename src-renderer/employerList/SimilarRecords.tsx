import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SimilarPerson } from '../../shared/calls/duplicate.ts'
import type { ListRow } from '../../shared/calls/employerList.ts'
import { Person } from '../duplicates/Person.tsx'
import { PersonChoice } from '../duplicates/PersonChoice.tsx'
import { kinshipIn } from '../duplicates/remarks.ts'
import { wholeSide } from '../duplicates/sides.ts'
import { SideTable } from '../duplicates/SideTable.tsx'
import { useWords } from '../duplicates/useWords.ts'
import { Verdict } from '../duplicates/Verdict.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './SimilarRecords.module.css'
import { useEmployerList } from './store.ts'

interface SimilarRecordsProps {
  readonly row: ListRow
  readonly chosen: SimilarPerson | undefined
  readonly onChoose: (id: string) => void
}

/** The records that look like a line; the chosen one stands beside it, field by field. */
export function SimilarRecords({ row: { values, change }, chosen, onChoose }: SimilarRecordsProps) {
  const { t } = useTranslation('employerList')
  const words = useWords()
  const { similar, error } = useStore(useEmployerList().similar)
  if (error) return <ErrorNotice error={error} />
  if (!similar || !values) return <p className={styles.quiet}>{t(($) => $.line.searching)}</p>
  const kinship = chosen && kinshipIn(chosen.reasons)
  return (
    <div className={styles.records}>
      {change && (
        <p className={styles.quiet}>
          {change.kind === 'changed'
            ? t(($) => $.line.change.changed, {
                fields: change.fields.map((field) => t(($) => $.meanings[field])).join(', '),
              })
            : t(($) => $.line.change[change.kind])}
        </p>
      )}
      {!chosen && <p className={styles.quiet}>{t(($) => $.line.nobody)}</p>}
      {similar.people.length > 1 && (
        <PersonChoice
          legend={t(($) => $.line.choose)}
          people={similar.people.map((one) => ({
            id: one.candidate.id,
            person: <Person candidate={one.candidate} />,
            likeness: one.verdict,
          }))}
          chosen={chosen?.candidate.id}
          onChoose={onChoose}
        />
      )}
      {chosen && (
        <>
          {similar.people.length === 1 && (
            <p>
              <Person candidate={chosen.candidate} /> <Verdict verdict={chosen.verdict} />
            </p>
          )}
          <SideTable
            left={{ whole: true, ...values }}
            right={{ ...wholeSide(chosen.candidate) }}
            reasons={chosen.reasons}
            heads={[t(($) => $.line.inList), t(($) => $.line.inRecord)]}
          />
          {kinship && <p>{words.reason(kinship)}</p>}
          <p className={styles.quiet}>{t(($) => $.line.kept)}</p>
        </>
      )}
    </div>
  )
}
