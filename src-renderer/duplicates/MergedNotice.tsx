import { Button } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Notice, NoticeActs } from '../ui/Notice.tsx'

interface MergedNoticeProps {
  /** The record that ended, as it stood here. */
  readonly was: { readonly lastName: string; readonly firstName: string; readonly login?: string | null }
  /** Something stands in the fields that is not saved. */
  readonly typed: boolean
  readonly onSeen: () => void
}

/** Says that the record which somebody had open has become this one, and that what he typed is still there. */
export function MergedNotice({ was, typed, onSeen }: MergedNoticeProps) {
  const { t } = useTranslation('duplicates')
  const name = `${was.lastName.toLocaleUpperCase('fr')} ${was.firstName}`
  return (
    <Notice tone="hold" icon={IconArrowMerge} role="status" title={t(($) => $.merged.title, { name })}>
      <p>{typed ? t(($) => $.merged.typed) : t(($) => $.merged.help)}</p>
      {was.login != null && <p>{t(($) => $.merged.login, { login: was.login })}</p>}
      <NoticeActs>
        <Button variant="default" onClick={onSeen}>
          {t(($) => $.merged.seen)}
        </Button>
      </NoticeActs>
    </Notice>
  )
}
