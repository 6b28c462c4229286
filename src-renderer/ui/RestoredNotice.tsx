import { Button } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { Notice, NoticeActs } from './Notice.tsx'
import styles from './RestoredNotice.module.css'

interface RestoredNoticeProps {
  /** The form that the text stands in again. */
  readonly edit: {
    readonly restoredAt: string | null
    readonly dirty: boolean
    readonly keepRestored: () => void
    readonly revert: () => void
  }
}

/** What somebody typed before a lock or a breakdown stands in the fields again: he keeps it, or gives it up. */
export function RestoredNotice({ edit }: RestoredNoticeProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const at = edit.restoredAt
  if (at === null || !edit.dirty) return null
  return (
    <div className={styles.place}>
      <Notice
        tone="hold"
        icon={IconRestore}
        role="status"
        title={t(($) => $.restored.title, { date: format.date(at), time: format.time(at) })}
      >
        <p>{t(($) => $.restored.help)}</p>
        <NoticeActs>
          <Button variant="default" onClick={edit.keepRestored}>
            {t(($) => $.restored.keep)}
          </Button>
          <Button variant="subtle" onClick={edit.revert}>
            {t(($) => $.restored.discard)}
          </Button>
        </NoticeActs>
      </Notice>
    </div>
  )
}
