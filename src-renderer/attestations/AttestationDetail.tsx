import { Button } from '@mantine/core'
import { IconClock, IconPrinter, IconReplace } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Print } from '../../shared/attestation.ts'
import type { AttestationRow } from '../../shared/calls/document.ts'
import { useFormat } from '../i18n/format.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { useTools } from '../tools.ts'
import { Detail, type Fact, Facts, Part, PersonName } from '../ui/Detail.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import styles from './AttestationDetail.module.css'
import { LateLetter } from './LateLetter.tsx'
import { printable, stateLook } from './look.ts'
import { useAttestations } from './store.ts'

interface AttestationDetailProps {
  readonly row: AttestationRow
  readonly onPrint: () => void
}

/** One attestation: what it certifies, where it is, who printed it. */
export function AttestationDetail({ row, onPrint }: AttestationDetailProps) {
  const { t } = useTranslation('attestations')
  const format = useFormat()
  const names = useCentreNames()
  const { going } = useTools()
  const { attestation, state } = row
  const when = (instant: string) => ({ date: format.date(instant), time: format.time(instant) })
  const facts: readonly Fact[] = [
    { label: t(($) => $.detail.exam), value: names.examTitle(attestation.exam) },
    { label: t(($) => $.detail.date), value: format.day(row.examDate) },
    ...(attestation.number === null ? [] : [{ label: t(($) => $.detail.number), value: attestation.number }]),
    attestation.releasedAt === null
      ? { label: t(($) => $.detail.expected), value: t(($) => $.detail.about, when(attestation.expectedFrom)) }
      : { label: t(($) => $.detail.released), value: t(($) => $.detail.instant, when(attestation.releasedAt)) },
  ]
  return (
    <Detail
      title={<PersonName {...row} />}
      tag={<Tag {...stateLook[state]}>{t(($) => $.state[state])}</Tag>}
      acts={
        <>
          <Button
            variant="default"
            onClick={() => void going.go({ screen: 'candidates', id: attestation.candidateId })}
          >
            {t(($) => $.acts.open)}
          </Button>
          {printable(state) && (
            <Button
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              rightSection={<kbd aria-hidden>Ctrl P</kbd>}
              className={styles.print}
              onClick={onPrint}
            >
              {state === 'printed' ? t(($) => $.acts.reprint) : t(($) => $.acts.print)}
            </Button>
          )}
        </>
      }
    >
      {state === 'awaited' && (
        <Notice tone="neutral" icon={IconClock} title={t(($) => $.detail.awaited)}>
          <p>{t(($) => $.detail.awaitedHelp)}</p>
        </Notice>
      )}
      {state === 'late' && <LateLetter row={row} />}
      {state === 'replaced' && (
        <Notice tone="warn" icon={IconReplace} title={t(($) => $.detail.replaced)}>
          <p>{t(($) => $.detail.replacedHelp)}</p>
        </Notice>
      )}
      <Facts facts={facts} />
      {attestation.releasedAt !== null && <Prints />}
    </Detail>
  )
}

function Prints() {
  const { t } = useTranslation('attestations')
  const format = useFormat()
  const { prints, error } = useStore(useAttestations().prints)
  if (error) return <ErrorNotice error={error} />
  if (!prints) return null
  const who = ({ actorName, deskName }: Print) =>
    deskName ? t(($) => $.detail.who, { name: actorName ?? '', desk: deskName }) : (actorName ?? '')
  return (
    <Part title={t(($) => $.detail.prints)}>
      {prints.length === 0 ? (
        <p className={styles.none}>{t(($) => $.detail.notPrinted)}</p>
      ) : (
        <ol className={styles.prints}>
          {prints.map((print) => (
            <li key={print.id}>
              {t(($) => (print.way === 'printer' ? $.detail.printed : $.detail.saved), {
                date: format.date(print.at),
                time: format.time(print.at),
                who: who(print),
              })}{' '}
              <small>{t(($) => $.detail.copy, { count: print.copy })}</small>
            </li>
          ))}
        </ol>
      )}
    </Part>
  )
}
