import { IconProgressCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice.tsx'

/** The import of a long list was interrupted between two parts: what is behind it, and what is left. */
export function ImportedNotice({ imported }: { imported: number }) {
  const { t } = useTranslation('employerList')
  if (imported === 0) return null
  return (
    <Notice tone="hold" icon={IconProgressCheck} title={t(($) => $.imported.title, { count: imported })}>
      <p>{t(($) => $.imported.help)}</p>
    </Notice>
  )
}
