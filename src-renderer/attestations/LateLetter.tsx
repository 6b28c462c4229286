import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AttestationRow } from '../../shared/calls/document.ts'
import { useFormat } from '../i18n/format.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { Notice } from '../ui/Notice.tsx'
import { ReadyText } from '../ui/ReadyText.tsx'

/** Much later than usual: the ready text for Certassur, to be copied into a mail. */
export function LateLetter({ row }: { row: AttestationRow }) {
  const { t } = useTranslation('attestations')
  const format = useFormat()
  const names = useCentreNames()
  const { attestation, lastName, firstName, examDate } = row
  const { expectedFrom } = attestation
  return (
    <Notice tone="bad" icon={IconAlertTriangle} title={t(($) => $.detail.late)}>
      <p>{t(($) => $.detail.lateHelp)}</p>
      <ReadyText texts={t(($) => $.letter, { returnObjects: true })} onNotice>
        <p>{t(($) => $.letter.greeting)}</p>
        <p>{t(($) => $.letter.body, { date: format.date(expectedFrom), time: format.time(expectedFrom) })}</p>
        <p>
          {t(($) => $.letter.candidate, { name: `${lastName} ${firstName}` })}
          <br />
          {t(($) => $.letter.exam, { exam: names.examTitle(attestation.exam), date: format.day(examDate) })}
          <br />
          {t(($) => $.letter.centre, { centre: names.centre })}
        </p>
        <p>{t(($) => $.letter.closing)}</p>
      </ReadyText>
    </Notice>
  )
}
