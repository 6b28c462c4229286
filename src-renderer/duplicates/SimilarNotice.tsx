import { Button } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SimilarPerson } from '../../shared/calls/duplicate.ts'
import { Notice, NoticeActs } from '../ui/Notice.tsx'
import { type Asked, requestAbout } from './askedStore.ts'
import { isOpen } from './look.ts'
import { Person } from './Person.tsx'
import { useRequestText } from './RequestNotice.tsx'

interface SimilarNoticeProps {
  readonly people: readonly SimilarPerson[]
  readonly asked: Asked
  readonly onCompare: () => void
}

/** Says quietly, above the fields, that there is perhaps another record of this person. */
export function SimilarNotice({ people, asked, onCompare }: SimilarNoticeProps) {
  const { t } = useTranslation('duplicates')
  const requestText = useRequestText()
  const { id, requests } = useStore(asked)
  useEffect(() => asked.wantRequests(), [asked])
  const count = people.length
  return (
    <Notice tone="hold" icon={IconUserQuestion} title={t(($) => $.notice.title, { count })}>
      {people.map(({ candidate }) => {
        const request = requestAbout(requests, id ?? '', candidate.id) ?? null
        return (
          <p key={candidate.id}>
            <Person candidate={candidate} />
            {isOpen(request) && ` · ${requestText(request)}`}
          </p>
        )
      })}
      <NoticeActs>
        <Button variant="default" onClick={onCompare}>
          {t(($) => $.notice.compare, { count })}
        </Button>
      </NoticeActs>
    </Notice>
  )
}
