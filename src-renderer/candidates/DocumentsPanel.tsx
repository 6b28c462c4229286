import { Button } from '@mantine/core'
import { IconCheck, IconPrinter, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { AttestationRow } from '../../shared/calls/document.ts'
import { DocumentPreview, type DocumentPreviewProps } from '../documents/DocumentPreview.tsx'
import { useFormat } from '../i18n/format.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { useTools } from '../tools.ts'
import { Part } from '../ui/Detail.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useDayText } from '../ui/useDayText.ts'
import styles from './RecordTabs.module.css'
import { wasThere } from './sessionPlace.ts'
import { useCandidates } from './store.ts'

type Source = DocumentPreviewProps['source']

/** Results, success attestations of Certassur, and the attendance attestations that the centre issues. */
export function DocumentsPanel() {
  const { t } = useTranslation('candidates')
  const { around } = useCandidates()
  const { documents, issueError } = useStore(around)
  const [shown, setShown] = useState<Source | null>(null)
  if (!documents) return null
  const issue = async (registrationId: string) => {
    const id = await around.issue(registrationId)
    if (id !== null) setShown({ kind: 'attendance', id })
  }
  return (
    <>
      <Results />
      <Part title={t(($) => $.documents.success)}>
        {documents.attestations.length === 0 ? (
          <p className={styles.none}>{t(($) => $.documents.noSuccess)}</p>
        ) : (
          <ul className={styles.list}>
            {documents.attestations.map((row) => (
              <Success
                key={row.attestation.id}
                row={row}
                onShow={() => setShown({ kind: 'success', id: row.attestation.id })}
              />
            ))}
          </ul>
        )}
      </Part>
      {issueError && <ErrorNotice error={issueError} />}
      <Attendances onShow={(id) => setShown({ kind: 'attendance', id })} onIssue={(id) => void issue(id)} />
      {shown && <DocumentPreview source={shown} onClose={() => setShown(null)} />}
    </>
  )
}

function Results() {
  const { t } = useTranslation('candidates')
  const { documents } = useStore(useCandidates().around)
  const names = useCentreNames()
  const format = useFormat()
  const results = documents?.results ?? []
  return (
    <Part title={t(($) => $.documents.results)}>
      {results.length === 0 ? (
        <p className={styles.none}>{t(($) => $.documents.noResults)}</p>
      ) : (
        <ul className={styles.list}>
          {results.map(({ id, exam, outcome, date }) => (
            <li key={id} className={styles.item}>
              <span className={styles.what}>
                {names.examTitle(exam)}
                <small>{format.day(date)}</small>
              </span>
              <Tag tone={outcome === 'passed' ? 'ok' : 'neutral'} icon={outcome === 'passed' ? IconCheck : IconX}>
                {t(($) => $.documents.outcome[outcome])}
              </Tag>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

function Success({ row, onShow }: { row: AttestationRow; onShow: () => void }) {
  const { t } = useTranslation('candidates')
  const names = useCentreNames()
  const format = useFormat()
  const { attestation, state, examDate } = row
  const { number, expectedFrom } = attestation
  const about = { date: format.date(expectedFrom), time: format.time(expectedFrom), number: number ?? '' }
  return (
    <li className={styles.item}>
      <span className={styles.what}>
        {names.examTitle(attestation.exam)}
        <small>{t(($) => $.documents.exam, { date: format.day(examDate) })}</small>
        <small>{t(($) => $.documents.state[state], about)}</small>
      </span>
      {(state === 'ready' || state === 'printed') && (
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
          aria-label={t(($) => $.documents.showNamed, { number: number ?? '' })}
          onClick={onShow}
        >
          {state === 'printed' ? t(($) => $.documents.again) : t(($) => $.documents.show)}
        </Button>
      )}
    </li>
  )
}

function Attendances({ onShow, onIssue }: { onShow: (id: string) => void; onIssue: (registrationId: string) => void }) {
  const { t } = useTranslation('candidates')
  const { documents, sessions, issuing } = useStore(useCandidates().around)
  const { now } = useTools()
  const format = useFormat()
  const dayText = useDayText()
  const issued = documents?.attendances ?? []
  const attended = (sessions ?? []).filter((one) => wasThere(one, now()))
  const toIssue = attended.filter(
    ({ registration }) => !issued.some(({ attendance }) => attendance.registrationId === registration.id),
  )
  return (
    <Part title={t(($) => $.documents.attendance)}>
      {issued.length === 0 && toIssue.length === 0 && (
        <p className={styles.none}>{t(($) => $.documents.noAttendance)}</p>
      )}
      <ul className={styles.list}>
        {toIssue.map(({ registration, session }) => (
          <li key={registration.id} className={styles.item}>
            <span className={styles.what}>
              {t(($) => $.documents.attended, { day: dayText(session.date), from: session.startTime })}
            </span>
            <Button
              variant="default"
              aria-disabled={issuing}
              aria-label={t(($) => $.documents.issueNamed, { day: dayText(session.date) })}
              onClick={() => onIssue(registration.id)}
            >
              {t(($) => $.documents.issue)}
            </Button>
          </li>
        ))}
        {issued.map(({ attendance, copies }) => (
          <li key={attendance.id} className={styles.item}>
            <span className={styles.what}>
              {t(($) => $.documents.attended, { day: format.day(attendance.data.date), from: attendance.data.from })}
              <small>{t(($) => $.documents.number, { number: attendance.number })}</small>
            </span>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              aria-label={t(($) => $.documents.showNamed, { number: attendance.number })}
              onClick={() => onShow(attendance.id)}
            >
              {copies > 0 ? t(($) => $.documents.again) : t(($) => $.documents.show)}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  )
}
