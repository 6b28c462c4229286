import { Button, Modal } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedCandidate, SimilarPeople } from '../../shared/calls/duplicate.ts'
import type { AppError } from '../../shared/result.ts'
import { useFormat } from '../i18n/format.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Tag } from '../ui/Tag.tsx'
import styles from './CompareDialog.module.css'
import { CompareTable } from './CompareTable.tsx'
import { MergeLetter } from './MergeLetter.tsx'
import { Person } from './Person.tsx'
import { kinshipIn } from './remarks.ts'
import { useWords } from './useWords.ts'

interface CompareDialogProps {
  readonly opened: boolean
  readonly candidate: ComparedCandidate
  readonly similar: SimilarPeople | null
  readonly error: AppError | null
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

/** Who looks like this person, one after the other beside his record. Nothing is merged or written here. */
export function CompareDialog({ opened, onClose, ...rest }: CompareDialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={820} centered>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <Modal.Body className={styles.body}>
          <Comparison {...rest} onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Comparison({ candidate, similar, error, onClose, onOpen }: Omit<CompareDialogProps, 'opened'>) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const [wanted, setWanted] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const people = similar?.people ?? []
  const other = people.find((one) => one.candidate.id === wanted) ?? people[0]
  const kinship = other && kinshipIn(other.reasons)
  return (
    <>
      <Modal.Title className={styles.title}>
        {other ? t(($) => $.compare.title) : t(($) => $.compare.titleNone)}
      </Modal.Title>
      <Checked similar={similar} />
      {error && <ErrorNotice error={error} />}
      {!other && !error && <p>{similar?.ready ? t(($) => $.compare.none) : t(($) => $.compare.building)}</p>}
      {people.length > 1 && (
        <fieldset className={styles.people}>
          <legend>{t(($) => $.compare.choose, { name: words.name(candidate) })}</legend>
          {people.map((one) => (
            <label key={one.candidate.id} className={styles.person}>
              <input
                type="radio"
                name="compared"
                checked={one === other}
                onChange={() => setWanted(one.candidate.id)}
              />
              <span>
                <Person candidate={one.candidate} />
              </span>
              <Verdict verdict={one.verdict} />
            </label>
          ))}
        </fieldset>
      )}
      {other && (
        <>
          {people.length === 1 && (
            <p>
              <Verdict verdict={other.verdict} />
            </p>
          )}
          <CompareTable candidate={candidate} other={other} />
          {kinship && <p>{words.reason(kinship)}</p>}
          <p className={styles.quiet}>{t(($) => $.compare.untouched)}</p>
          {asking && <MergeLetter key={other.candidate.id} pair={[candidate, other.candidate]} />}
        </>
      )}
      <div className={styles.acts}>
        {other && (
          <>
            {!asking && <Button onClick={() => setAsking(true)}>{t(($) => $.compare.ask)}</Button>}
            <Button variant="default" onClick={() => onOpen(other.candidate.id)}>
              {t(($) => $.compare.open)}
            </Button>
          </>
        )}
        <Button variant={other ? 'subtle' : 'default'} onClick={onClose}>
          {t(($) => $.compare.close)}
        </Button>
      </div>
    </>
  )
}

const tones = { certain: 'hold', probable: 'hold', possible: 'neutral' } as const

function Verdict({ verdict }: { verdict: SimilarPeople['people'][number]['verdict'] }) {
  const { t } = useTranslation('duplicates')
  return (
    <Tag tone={tones[verdict]} icon={IconUserQuestion}>
      {t(($) => $.verdict[verdict])}
    </Tag>
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
