import { Button } from '@mantine/core'
import { IconUserSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFormat } from '../i18n/format.ts'
import { PersonName } from '../ui/Detail.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './Match.module.css'
import { MatchCard, useFoundText } from './MatchCard.tsx'
import { isLikely, type Match } from './matches.ts'
import { keyOf } from './form.ts'
import { decisionOn, type Decision, type Standing } from './standing.ts'
import { useCreation } from './useCreation.ts'

interface MatchListProps {
  readonly onOpen: (id: string) => void
  /** Something was decided, or its question closed: what comes next takes the keyboard. */
  readonly onDecided: () => void
}

/** Those who may be the person that is typed: the likely ones side by side with him, the possible ones in a line each. */
export function MatchList({ onOpen, onDecided }: MatchListProps) {
  const { t } = useTranslation('creation')
  const { creation, person, matches, standing } = useCreation()
  const decisions = useStore(creation, (state) => state.decisions)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  if (!person || matches.length === 0) return <Nobody standing={standing} />
  const key = keyOf(person)
  const unfold = (id: string, open: boolean) =>
    setUnfolded((before) => new Set(open ? [...before, id] : [...before].filter((one) => one !== id)))

  const decided = (match: Match) => decisionOn(match, decisions, key)
  const first = matches.find((match) => isLikely(match) && !decided(match))
  const card = (match: Match) => (
    <MatchCard
      key={match.id}
      match={match}
      person={person}
      primary={match === first && standing.kind === 'matches' && standing.checked.by === 'certassur'}
      onOpen={onOpen}
      onDecided={onDecided}
      onFold={isLikely(match) ? null : () => unfold(match.id, false)}
    />
  )
  const line = (match: Match) => {
    const decision = decided(match)
    if (decision) return <DecidedLine key={match.id} match={match} decision={decision} onDecided={onDecided} />
    if (isLikely(match) || unfolded.has(match.id)) return card(match)
    return <PossibleLine key={match.id} match={match} onCompare={() => unfold(match.id, true)} />
  }
  const possible = matches.filter((match) => !isLikely(match))
  return (
    <div className={styles.matches}>
      {matches.filter(isLikely).map(line)}
      {possible.length > 0 && (
        <section className={styles.possible}>
          <h3 className={styles.part}>{t(($) => $.possible)}</h3>
          {possible.map(line)}
        </section>
      )}
    </div>
  )
}

/** Nobody resembles, as far as the answer reaches. */
function Nobody({ standing }: { standing: Standing }) {
  const { t } = useTranslation('creation')
  const empty = standing.kind !== 'ready' ? 'before' : standing.checked.by
  return <EmptyState icon={IconUserSearch} title={t(($) => $.empty[empty])} help={t(($) => $.empty[`${empty}Help`])} />
}

const nameOf = ({ whole, known }: Match) => whole ?? known ?? { lastName: '', firstName: '' }
const spoken = (match: Match): string => {
  const { lastName, firstName } = nameOf(match)
  return `${lastName.toLocaleUpperCase('fr')} ${firstName}`
}

function PossibleLine({ match, onCompare }: { match: Match; onCompare: () => void }) {
  const { t } = useTranslation('creation')
  const format = useFormat()
  const found = useFoundText()
  const birthDate = match.whole?.birthDate
  return (
    <div className={styles.line}>
      <span>
        <PersonName {...nameOf(match)} />
      </span>
      <span className={styles.quiet}>{birthDate ? format.day(birthDate) : match.known?.birthYear}</span>
      <span className={styles.quiet}>{found(match)}</span>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t(($) => $.acts.compareNamed, { name: spoken(match) })}
        onClick={onCompare}
      >
        {t(($) => $.acts.compare)}
      </Button>
    </div>
  )
}

interface DecidedLineProps {
  readonly match: Match
  readonly decision: Decision
  readonly onDecided: () => void
}

function DecidedLine({ match, decision, onDecided }: DecidedLineProps) {
  const { t } = useTranslation('creation')
  const { creation } = useCreation()
  return (
    <div className={styles.line} data-decided>
      <span>
        <PersonName {...nameOf(match)} />
      </span>
      <span className={styles.decision}>
        {decision.kind === 'other'
          ? t(($) => $.decision.other, { reason: decision.reason })
          : t(($) => $.decision.same)}
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t(($) => $.acts.changeNamed, { name: spoken(match) })}
        onClick={() => {
          creation.decide(match, null)
          onDecided()
        }}
      >
        {t(($) => $.acts.change)}
      </Button>
    </div>
  )
}
