import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ComparedCandidate, MergeRequestRow } from '../../shared/calls/duplicate.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { Detail, type Fact, Facts, PersonName } from '../ui/Detail.tsx'
import { Notice } from '../ui/Notice.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import styles from './DuplicatesScreen.module.css'
import { mayWithdraw } from './look.ts'
import { Person } from './Person.tsx'
import { RequestTag } from './RequestTag.tsx'
import { useDuplicates } from './store.ts'

interface RequestDetailProps {
  readonly row: MergeRequestRow
  /** Withdrawn: the keyboard goes on in the list. */
  readonly onDone: () => void
}

/** One request to make one record of two: who asked, why, and what Certassur answered. */
export function RequestDetail({ row, onDone }: RequestDetailProps) {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  const { decisions, withdraw } = useDuplicates()
  const { busy, error } = useStore(decisions)
  const [withdrawing, setWithdrawing] = useState(false)
  const { request, a, b } = row
  const when = (instant: string) =>
    t(($) => $.merge.instant, { date: format.date(instant), time: format.time(instant) })
  const person = (candidate: ComparedCandidate | null) =>
    candidate ? <Person candidate={candidate} /> : t(($) => $.hold.gone)
  // Merged, both names lead to the record that remains.
  const one = a !== null && a.id === b?.id
  const facts: readonly Fact[] = [
    ...(one
      ? [{ label: t(($) => $.merge.facts.survivor), value: person(a) }]
      : [
          { label: t(($) => $.merge.first), value: person(a) },
          { label: t(($) => $.merge.second), value: person(b) },
        ]),
    ...(request.askedAt === null ? [] : [{ label: t(($) => $.merge.facts.askedAt), value: when(request.askedAt) }]),
    ...(request.actorName === null ? [] : [{ label: t(($) => $.merge.facts.actor), value: request.actorName }]),
    { label: t(($) => $.merge.facts.reason), value: request.reason },
  ]
  const confirm = async () => {
    if (!(await withdraw(request.id))) return
    setWithdrawing(false)
    onDone()
  }

  return (
    <Detail
      title={a ? <PersonName {...a} /> : t(($) => $.hold.gone)}
      tag={<RequestTag row={row} />}
      acts={
        !withdrawing && (
          <Acts
            people={one ? [a] : [a, b]}
            onWithdraw={
              mayWithdraw(row)
                ? () => {
                    decisions.forget()
                    setWithdrawing(true)
                  }
                : null
            }
          />
        )
      }
    >
      {request.status === 'refused' && (
        <Notice tone="bad" icon={IconAlertTriangle} title={t(($) => $.merge.open.refused)}>
          <p>{request.answer ?? t(($) => $.merge.noAnswer)}</p>
        </Notice>
      )}
      {request.status === 'done' && (
        <Notice tone="neutral" icon={IconCheck} title={t(($) => $.merge.open.done)}>
          <p>{t(($) => $.merge.doneHelp)}</p>
        </Notice>
      )}
      <Facts facts={facts} />
      {withdrawing && (
        <DecisionForm
          title={t(($) => $.merge.withdrawTitle)}
          text={<p>{t(($) => $.merge.withdrawText)}</p>}
          confirm={t(($) => $.acts.withdraw)}
          giveUp={t(($) => $.merge.keep)}
          busy={busy}
          error={error}
          onConfirm={() => void confirm()}
          onGiveUp={() => setWithdrawing(false)}
        />
      )}
    </Detail>
  )
}

interface ActsProps {
  readonly people: readonly (ComparedCandidate | null)[]
  readonly onWithdraw: (() => void) | null
}

function Acts({ people, onWithdraw }: ActsProps) {
  const { t } = useTranslation('duplicates')
  const { going } = useTools()
  const labels = [t(($) => $.acts.openFirst), t(($) => $.acts.openSecond)]
  return (
    <>
      <span className={styles.ways}>
        {people.map(
          (candidate, at) =>
            candidate && (
              <Button
                key={candidate.id}
                variant="subtle"
                onClick={() => void going.go({ screen: 'candidates', id: candidate.id })}
              >
                {people.length === 1 ? t(($) => $.acts.open) : labels[at]}
              </Button>
            ),
        )}
      </span>
      {onWithdraw && (
        <Button variant="default" onClick={onWithdraw}>
          {t(($) => $.acts.withdraw)}
        </Button>
      )}
    </>
  )
}
