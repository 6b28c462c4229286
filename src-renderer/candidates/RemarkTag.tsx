import { useTranslation } from 'react-i18next'
import { Tag } from '../ui/Tag.tsx'
import { type Remark, remarkLook } from './status.ts'

export function RemarkTag({ remark }: { remark: Remark }) {
  const { t } = useTranslation('candidates')
  return <Tag {...remarkLook[remark]}>{t(($) => $.status[remark])}</Tag>
}
