import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MergeRequest } from '../../shared/duplicate.ts'
import { useFormat } from '../i18n/format.ts'
import { Notice, NoticeActs } from '../ui/Notice.tsx'
import { isOpen, requestLook } from './look.ts'

interface RequestNoticeProps {
  readonly request: MergeRequest
  /** The way to it. */
  readonly onOpen: () => void
}

/** What was asked of Certassur about these two records, and what it answered. */
export function RequestNotice({ request, onOpen }: RequestNoticeProps) {
  const { t } = useTranslation('duplicates')
  const requestText = useRequestText()
  return (
    <Notice {...requestLook[request.status]} title={requestText(request)}>
      {isOpen(request) && <p>{t(($) => $.merge.openAsk)}</p>}
      {request.answer !== null && <p>{request.answer}</p>}
      <NoticeActs>
        <Button variant="default" onClick={onOpen}>
          {t(($) => $.acts.seeRequest)}
        </Button>
      </NoticeActs>
    </Notice>
  )
}

/** A request in one sentence: how far it is, since when, and who asked. */
export function useRequestText(): (request: MergeRequest) => string {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  return ({ status, askedAt, actorName }) =>
    t(($) => $.merge.open[status], {
      date: askedAt === null ? '' : format.date(askedAt),
      name: actorName ?? '',
    })
}
