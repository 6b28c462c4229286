import { useTranslation } from 'react-i18next'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import { SimilarLink } from '../duplicates/SimilarLink.tsx'
import { HelpLink } from '../help/HelpLink.tsx'
import { useFormat } from '../i18n/format.ts'
import pane from '../ui/Pane.module.css'
import { RemarkTag } from './RemarkTag.tsx'
import styles from './RecordPane.module.css'
import { remarksOn } from './status.ts'
import { useCandidates } from './store.ts'

/** The name as the largest thing, what is remarkable about the record, and who the person is. */
export function RecordHead({ record: { candidate, status, sharedEmail } }: { record: CandidateRecord }) {
  const { t } = useTranslation('candidates')
  const format = useFormat()
  const born = candidate.birthDate
    ? t(($) => $.record.born, { date: format.day(candidate.birthDate) })
    : t(($) => $.record.bornUnknown)
  return (
    <header className={styles.head}>
      <div className={pane.headLine}>
        <h2 className={styles.name}>
          <span className={styles.lastName}>{candidate.lastName}</span> {candidate.firstName}
        </h2>
        {remarksOn({ ...candidate, status, sharesEmail: sharedEmail > 0 }).map((remark) => (
          <RemarkTag key={remark} remark={remark} />
        ))}
      </div>
      <p className={styles.meta}>
        {born} · {t(($) => $.languagesInSentence[candidate.language])} ·{' '}
        <SimilarLink similar={useCandidates().similar} /> · <HelpLink id={candidate.id} />
      </p>
    </header>
  )
}
