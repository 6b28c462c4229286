import { Button } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SimilarPerson } from '../../shared/calls/duplicate.ts'
import { Notice, NoticeActs } from '../ui/Notice.tsx'
import { Person } from './Person.tsx'

/** Says quietly, above the fields, that there is perhaps another record of this person. */
export function SimilarNotice({ people, onCompare }: { people: readonly SimilarPerson[]; onCompare: () => void }) {
  const { t } = useTranslation('duplicates')
  const count = people.length
  return (
    <Notice tone="hold" icon={IconUserQuestion} title={t(($) => $.notice.title, { count })}>
      {people.map(({ candidate }) => (
        <p key={candidate.id}>
          <Person candidate={candidate} />
        </p>
      ))}
      <NoticeActs>
        <Button variant="default" onClick={onCompare}>
          {t(($) => $.notice.compare, { count })}
        </Button>
      </NoticeActs>
    </Notice>
  )
}
