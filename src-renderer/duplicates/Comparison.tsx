import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ComparedCandidate, SimilarPeople, SimilarPerson } from '../../shared/calls/duplicate.ts'
import type { AppError } from '../../shared/result.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { type Asked, requestAbout } from './askedStore.ts'
import styles from './CompareDialog.module.css'
import { CompareTable } from './CompareTable.tsx'
import { HeldNotice } from './HeldNotice.tsx'
import { isOpen } from './look.ts'
import { MergeLetter } from './MergeLetter.tsx'
import { PairForms, type PairDecision } from './PairForms.tsx'
import { Person } from './Person.tsx'
import { PersonChoice } from './PersonChoice.tsx'
import { kinshipIn } from './remarks.ts'
import { RequestNotice } from './RequestNotice.tsx'
import { useWords } from './useWords.ts'
import { Verdict } from './Verdict.tsx'

interface ComparisonProps {
  readonly candidate: ComparedCandidate
  readonly similar: SimilarPeople | null
  readonly asked: Asked
  readonly error: AppError | null
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

/** Everybody who resembles the open record: whom to compare, and the two side by side. */
export function Comparison({ candidate, similar, error, ...rest }: ComparisonProps) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const [wanted, setWanted] = useState<string | null>(null)
  const people = similar?.people ?? []
  const other = people.find((one) => one.candidate.id === wanted) ?? people[0]
  return (
    <>
      <Modal.Title className={styles.title}>
        {other ? t(($) => $.compare.title) : t(($) => $.compare.titleNone)}
      </Modal.Title>
      <Checked similar={similar} />
      {error && <ErrorNotice error={error} />}
      {!other && !error && <p>{similar?.ready ? t(($) => $.compare.none) : t(($) => $.compare.building)}</p>}
      {people.length > 1 && (
        <div className={styles.people}>
          <PersonChoice
            legend={t(($) => $.compare.choose, { name: words.name(candidate) })}
            people={people.map((one) => ({
              id: one.candidate.id,
              person: <Person candidate={one.candidate} />,
              likeness: one.verdict,
            }))}
            chosen={other?.candidate.id}
            onChoose={setWanted}
          />
        </div>
      )}
      {other ? (
        <Two key={other.candidate.id} candidate={candidate} other={other} alone={people.length === 1} {...rest} />
      ) : (
        <div className={styles.acts}>
          <Button variant="default" onClick={rest.onClose}>
            {t(($) => $.compare.close)}
          </Button>
        </div>
      )}
    </>
  )
}

interface TwoProps {
  readonly candidate: ComparedCandidate
  readonly other: SimilarPerson
  /** Nobody else is to be compared. */
  readonly alone: boolean
  readonly asked: Asked
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

function Two({ candidate, other, alone, asked, onClose, onOpen }: TwoProps) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const { going } = useTools()
  const { requests, held } = useStore(asked)
  const request = requestAbout(requests, candidate.id, other.candidate.id) ?? null
  const [act, setAct] = useState<PairDecision | 'letter' | null>(null)
  useEffect(() => asked.wantRequests(), [asked])
  const kinship = kinshipIn(other.reasons)
  const begin = (next: PairDecision) => {
    asked.decisions.forget()
    setAct(next)
  }
  const seeRequest = async (id: string) => {
    onClose()
    await going.go({ screen: 'duplicates', only: 'requests', id })
  }
  return (
    <>
      {alone && (
        <p>
          <Verdict verdict={other.verdict} />
        </p>
      )}
      {held && <HeldNotice held={held} />}
      {request && <RequestNotice request={request} onOpen={() => void seeRequest(request.id)} />}
      <CompareTable candidate={candidate} other={other} />
      {kinship && <p>{words.reason(kinship)}</p>}
      <p className={styles.quiet}>{t(($) => $.compare.untouched)}</p>
      {(act === 'merge' || act === 'different') && (
        <PairForms
          decision={act}
          pair={{ a: candidate.id, b: other.candidate.id }}
          decisions={asked.decisions}
          onDone={() => setAct(null)}
          onGiveUp={() => setAct(null)}
        />
      )}
      {act === 'letter' && <MergeLetter pair={[candidate, other.candidate]} />}
      {act !== 'merge' && act !== 'different' && (
        <div className={styles.acts} data-acts>
          {!isOpen(request) && !held && (
            <>
              <Button onClick={() => begin('merge')}>{t(($) => $.acts.merge)}</Button>
              <Button variant="default" onClick={() => begin('different')}>
                {t(($) => $.acts.different)}
              </Button>
            </>
          )}
          <Button variant="default" onClick={() => onOpen(other.candidate.id)}>
            {t(($) => $.compare.open)}
          </Button>
          {act !== 'letter' && (
            <Button variant="subtle" onClick={() => setAct('letter')}>
              {t(($) => $.acts.letter)}
            </Button>
          )}
          <Button variant="subtle" onClick={onClose}>
            {t(($) => $.compare.close)}
          </Button>
        </div>
      )}
    </>
  )
}

/** How far the answer reaches: this desk, as of its last reception. */
function Checked({ similar }: { similar: SimilarPeople | null }) {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  const at = similar?.receivedAt
  return (
    <p className={styles.quiet}>
      {at
        ? t(($) => $.compare.received, { date: format.date(at), time: format.time(at) })
        : t(($) => $.compare.checked)}
    </p>
  )
}
