import { useTranslation } from 'react-i18next'
import type { SessionRow } from '../../shared/calls/session.ts'
import { Tag } from '../ui/Tag.tsx'
import { type Remark, remarkLook } from './status.ts'

export function RemarkTag({ remark, row }: { remark: Remark; row: Pick<SessionRow, 'counts'> }) {
  return <Tag {...remarkLook[remark]}>{useRemarkText()(remark, row)}</Tag>
}

export function useRemarkText(): (remark: Remark, row: Pick<SessionRow, 'counts'>) => string {
  const { t } = useTranslation('sessions')
  return (remark, { counts }) =>
    remark === 'toConfirm' ? t(($) => $.status.toConfirm, { count: counts.toConfirm }) : t(($) => $.status[remark])
}
