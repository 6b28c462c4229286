import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AttestationRow } from '../../shared/calls/document.ts'
import { useFormat } from '../i18n/format.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { Notice } from '../ui/Notice.tsx'
import { useCopy } from '../ui/useCopy.ts'
import styles from './LateLetter.module.css'

/** Much later than usual: the ready text for Certassur, to be copied into a mail. */
export function LateLetter({ row }: { row: AttestationRow }) {
  const { t } = useTranslation('attestations')
  const format = useFormat()
  const names = useCentreNames()
  const { ref, copied, copy } = useCopy<HTMLDivElement>()
  const { attestation, lastName, firstName, examDate } = row
  const { expectedFrom } = attestation
  return (
    <Notice tone="bad" icon={IconAlertTriangle} title={t(($) => $.detail.late)}>
      <p>{t(($) => $.detail.lateHelp)}</p>
      <div ref={ref} className={styles.letter} data-selectable>
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
      </div>
      <Button
        variant="default"
        leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
        onClick={copy}
        aria-live="polite"
      >
        {copied ? t(($) => $.letter.copied) : t(($) => $.letter.copy)}
      </Button>
    </Notice>
  )
}
