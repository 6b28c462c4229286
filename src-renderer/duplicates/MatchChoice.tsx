import { useTranslation } from 'react-i18next'
import type { HoldCase } from '../../shared/calls/duplicate.ts'
import styles from './DuplicatesScreen.module.css'
import { PersonChoice } from './PersonChoice.tsx'
import { useWords } from './useWords.ts'
import { Verdict } from './Verdict.tsx'

type Known = HoldCase['matches'][number]

interface MatchChoiceProps {
  readonly held: HoldCase
  readonly known: Known
  /** A decision about the chosen one is being written, or stands. */
  readonly locked: boolean
  readonly onChoose: (id: string) => void
}

/** The known record that a new one is compared with; of several, which. */
export function MatchChoice({ held: { candidate, matches }, known, locked, onChoose }: MatchChoiceProps) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  if (matches.length === 1)
    return (
      <p className={styles.alone}>
        <Verdict verdict={known.match.likeness} />
        <Person known={known} />
      </p>
    )
  return (
    <PersonChoice
      legend={t(($) => $.hold.choose, { name: candidate ? words.name(candidate) : t(($) => $.hold.gone) })}
      people={matches.map((one) => ({
        id: one.match.id,
        person: <Person known={one} />,
        likeness: one.match.likeness,
      }))}
      chosen={known.match.id}
      onChoose={onChoose}
      disabled={locked}
    />
  )
}

function Person({ known: { match, here } }: { known: Known }) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const more = here
    ? [words.born(here), t(($) => $.hold.here)]
    : [match.birthYear, t(($) => $.hold.languages[match.language]), t(($) => $.hold.elsewhere)]
  return (
    <span className={styles.match}>
      <b>{words.name(here ?? match)}</b> <small>{more.filter(Boolean).join(' · ')}</small>
    </span>
  )
}
