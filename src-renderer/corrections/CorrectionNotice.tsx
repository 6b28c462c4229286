import { Button } from '@mantine/core'
import { IconUserEdit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { Notice, NoticeActs } from '../ui/Notice.tsx'
import './texts.ts'

/** The person asks for something on his record to be corrected: the way to where it is decided. */
export function CorrectionNotice({ record: { candidate, correctionAskedAt } }: { record: CandidateRecord }) {
  const { t } = useTranslation('corrections')
  const format = useFormat()
  const { going } = useTools()
  if (correctionAskedAt === null) return null
  return (
    <Notice tone="hold" icon={IconUserEdit} title={t(($) => $.onRecord.title)}>
      <p>{t(($) => $.onRecord.text, { date: format.date(correctionAskedAt) })}</p>
      <NoticeActs>
        <Button variant="default" onClick={() => void going.go({ screen: 'corrections', id: candidate.id })}>
          {t(($) => $.onRecord.open)}
        </Button>
      </NoticeActs>
    </Notice>
  )
}
