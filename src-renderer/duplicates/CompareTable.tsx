import { useTranslation } from 'react-i18next'
import type { ComparedCandidate, SimilarPerson } from '../../shared/calls/duplicate.ts'
import { SideTable } from './SideTable.tsx'
import { wholeSide } from './sides.ts'

/** An open record beside another one of this desk. */
export function CompareTable({ candidate, other }: { candidate: ComparedCandidate; other: SimilarPerson }) {
  const { t } = useTranslation('duplicates')
  return (
    <SideTable
      left={wholeSide(candidate)}
      right={wholeSide(other.candidate)}
      reasons={other.reasons}
      heads={[t(($) => $.compare.this), t(($) => $.compare.other)]}
    />
  )
}
