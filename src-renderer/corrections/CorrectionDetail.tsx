import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CorrectionRow } from '../../shared/calls/correction.ts'
import type { CorrectionDecision } from '../../shared/correction.ts'
import { DecisionForm } from '../duplicates/DecisionForm.tsx'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { Detail, type Fact, Facts, PersonName } from '../ui/Detail.tsx'
import { useReason } from '../ui/useReason.ts'
import { askedFields, CorrectionTag } from './CorrectionTag.tsx'
import styles from './CorrectionsScreen.module.css'
import { useCorrections } from './store.ts'

interface CorrectionDetailProps {
  readonly row: CorrectionRow
  /** Decided: the keyboard goes on in the list. */
  readonly onDone: () => void
}

/** One thing that a candidate asked for, beside his record as it is, and what the centre answers. */
export function CorrectionDetail({ row, onDone }: CorrectionDetailProps) {
  const { t } = useTranslation('corrections')
  const format = useFormat()
  const { going } = useTools()
  const { decide, decisions } = useCorrections()
  const [deciding, setDeciding] = useState<CorrectionDecision['status'] | null>(null)
  const { correction, candidate } = row
  const when = (instant: string) => t(($) => $.instant, { date: format.date(instant), time: format.time(instant) })
  const begin = (status: CorrectionDecision['status']) => {
    decisions.forget()
    setDeciding(status)
  }
  const confirm = async (answer: string | null) => {
    if (deciding && (await decide(row, { status: deciding, answer }))) onDone()
  }
  const facts: readonly Fact[] = [
    { label: t(($) => $.facts.reason), value: correction.reason },
    { label: t(($) => $.facts.askedAt), value: when(correction.askedAt) },
    ...(correction.actorName === null ? [] : [{ label: t(($) => $.facts.decidedBy), value: correction.actorName }]),
    ...(correction.decidedAt === null
      ? []
      : [{ label: t(($) => $.facts.decidedAt), value: when(correction.decidedAt) }]),
    ...(correction.answer === null ? [] : [{ label: t(($) => $.facts.answer), value: correction.answer }]),
  ]
  return (
    <Detail
      title={candidate ? <PersonName {...candidate} /> : t(($) => $.gone)}
      tag={<CorrectionTag row={row} />}
      acts={
        deciding === null && (
          <>
            {candidate && (
              <Button
                className={styles.record}
                variant="subtle"
                onClick={() => void going.go({ screen: 'candidates', id: candidate.id })}
              >
                {t(($) => $.acts.open)}
              </Button>
            )}
            {correction.status === 'asked' && candidate && (
              <>
                <Button variant="default" onClick={() => begin('refused')}>
                  {t(($) => $.acts.refuse)}
                </Button>
                <Button onClick={() => begin('accepted')}>
                  {t(($) => (correction.kind === 'data' ? $.acts.accept : $.acts.seen))}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      {correction.kind === 'data' ? <Values row={row} /> : <p>{t(($) => $.twoAccountsHelp)}</p>}
      <Facts facts={facts} />
      {deciding && (
        <Answer
          key={deciding}
          kind={correction.kind}
          status={deciding}
          onConfirm={(answer) => void confirm(answer)}
          onGiveUp={() => setDeciding(null)}
        />
      )}
    </Detail>
  )
}

/** What the record says and what he says is right, field by field. */
function Values({ row }: { row: CorrectionRow }) {
  const { t } = useTranslation('corrections')
  const format = useFormat()
  const { correction, candidate } = row
  const isOpen = correction.status === 'asked'
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.table.field)}</th>
          <th scope="col">{t(($) => (isOpen ? $.table.now : $.table.before))}</th>
          <th scope="col">{t(($) => $.table.asked)}</th>
        </tr>
      </thead>
      <tbody>
        {askedFields(row).map((field) => {
          const shown = (value: string | null | undefined) =>
            value ? (field === 'birthDate' ? format.day(value) : value) : t(($) => $.table.nothing)
          return (
            <tr key={field}>
              <th scope="row">{t(($) => $.fields[field])}</th>
              <td data-selectable>{shown(isOpen && candidate ? candidate[field] : correction.before[field])}</td>
              <td data-selectable>
                <mark>{shown(correction.patch[field])}</mark>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface AnswerProps {
  readonly kind: CorrectionRow['correction']['kind']
  readonly status: CorrectionDecision['status']
  readonly onConfirm: (answer: string | null) => void
  readonly onGiveUp: () => void
}

/** What will happen, and what is written to him: a refusal says why. */
function Answer({ kind, status, onConfirm, onGiveUp }: AnswerProps) {
  const { t } = useTranslation('corrections')
  const { busy, error } = useStore(useCorrections().decisions)
  const reason = useReason(t(($) => $.answer.help[status]))
  const isRefusal = status === 'refused'
  const submit = () => {
    if (!isRefusal && reason.field.value.trim() === '') return onConfirm(null)
    const said = reason.read()
    if (said !== null) onConfirm(said)
  }
  return (
    <DecisionForm
      title={t(($) => $.answer[kind][status].title)}
      text={<p>{t(($) => $.answer[kind][status].text)}</p>}
      confirm={t(($) => $.answer[kind][status].confirm)}
      giveUp={t(($) => $.acts.giveUp)}
      busy={busy}
      error={error}
      onConfirm={submit}
      onGiveUp={onGiveUp}
    >
      <TextInput label={t(($) => (isRefusal ? $.answer.why : $.answer.word))} {...reason.field} required={isRefusal} />
    </DecisionForm>
  )
}
