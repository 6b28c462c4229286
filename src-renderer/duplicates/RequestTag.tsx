import { useTranslation } from 'react-i18next'
import type { MergeRequestRow } from '../../shared/calls/duplicate.ts'
import { Tag } from '../ui/Tag.tsx'
import { requestLook, unsentLook } from './look.ts'

type Standing = Pick<MergeRequestRow, 'request' | 'waiting'>

/** How far a request is, and whether what this desk noted is still to be sent. */
export function RequestTag({ row }: { row: Standing }) {
  const words = useRequestWords()
  return <Tag {...(row.waiting ? unsentLook : requestLook[row.request.status])}>{words(row)}</Tag>
}

export function useRequestWords(): (row: Standing) => string {
  const { t } = useTranslation('duplicates')
  return ({ request, waiting }) => {
    const status = t(($) => $.merge.status[request.status])
    return waiting ? t(($) => $.merge.unsent, { status }) : status
  }
}
