import { IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Likeness } from '../../shared/duplicate.ts'
import { Tag } from '../ui/Tag.tsx'

const tones = { certain: 'hold', probable: 'hold', possible: 'neutral' } as const

/** How sure it is that two records are of one person. */
export function Verdict({ verdict }: { verdict: Likeness }) {
  const { t } = useTranslation('duplicates')
  return (
    <Tag tone={tones[verdict]} icon={IconUserQuestion}>
      {t(($) => $.verdict[verdict])}
    </Tag>
  )
}
