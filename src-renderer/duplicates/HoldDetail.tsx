import { Button } from '@mantine/core'
import { IconClockUp, IconUserQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { HoldCase } from '../../shared/calls/duplicate.ts'
import { Detail, PersonName } from '../ui/Detail.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import styles from './DuplicatesScreen.module.css'
import { unsentLook } from './look.ts'
import { MatchChoice } from './MatchChoice.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { kinshipIn } from './remarks.ts'
import { SameForm } from './SameForm.tsx'
import { SideTable } from './SideTable.tsx'
import { minimalSide, wholeSide } from './sides.ts'
import { useDuplicates } from './store.ts'
import { useWords } from './useWords.ts'

interface HoldDetailProps {
  readonly held: HoldCase
  /** Decided: the keyboard goes on in the list. */
  readonly onDone: () => void
}

/** A new record beside the one that it may be, and the question whose it is. */
export function HoldDetail({ held, onDone }: HoldDetailProps) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const { decisions, resolve } = useDuplicates()
  const { busy, error } = useStore(decisions)
  const [wanted, setWanted] = useState<string | null>(null)
  const [deciding, setDeciding] = useState<'same' | 'different' | null>(null)
  const { hold, candidate, matches, sessionsTwice, waiting } = held
  const decided = hold.decision !== null
  const known = matches.find(({ match }) => match.id === (decided ? hold.with : wanted)) ?? matches[0]
  const kinship = known && kinshipIn(known.match.reasons)

  const begin = (next: 'same' | 'different') => {
    decisions.forget()
    setDeciding(next)
  }
  const giveUp = () => setDeciding(null)
  const decide = async (same: boolean, more: { takeEmail?: boolean; reason?: string }) => {
    const done = await resolve(hold.id, {
      decision: same ? 'same' : 'different',
      with: same && known ? known.match.id : null,
      takeEmail: more.takeEmail ?? false,
      reason: more.reason ?? null,
    })
    if (!done) return
    setDeciding(null)
    onDone()
  }
  const form = { busy, error, onGiveUp: giveUp }

  return (
    <Detail
      title={candidate ? <PersonName {...candidate} /> : t(($) => $.hold.gone)}
      tag={
        decided || waiting ? (
          <Tag {...unsentLook}>{t(($) => $.hold.noted)}</Tag>
        ) : (
          <Tag tone="hold" icon={IconUserQuestion}>
            {t(($) => $.hold.tag)}
          </Tag>
        )
      }
      meta={candidate && `${t(($) => $.hold.this)} · ${words.born(candidate)}`}
      acts={
        deciding === null &&
        !decided && (
          <>
            <Button variant="default" onClick={() => begin('different')}>
              {t(($) => $.acts.different)}
            </Button>
            {candidate && known && <Button onClick={() => begin('same')}>{t(($) => $.acts.same)}</Button>}
          </>
        )
      }
    >
      {decided && <Noted held={held} />}
      {known && <MatchChoice held={held} known={known} locked={decided || deciding !== null} onChoose={setWanted} />}
      {known && candidate && (
        <SideTable
          left={wholeSide(candidate)}
          right={known.here ? wholeSide(known.here) : minimalSide(known.match)}
          reasons={known.match.reasons}
          heads={[t(($) => $.hold.this), t(($) => $.hold.other)]}
          opens={[
            { id: candidate.id, label: t(($) => $.acts.openNew) },
            known.here && { id: known.here.id, label: t(($) => $.acts.openKnown) },
          ]}
        />
      )}
      {known && !known.here && <p className={styles.quiet}>{t(($) => $.hold.minimal)}</p>}
      {kinship && <p className={styles.said}>{words.reason(kinship)}</p>}
      {/* Of several known records nobody has said yet with which of them. */}
      {sessionsTwice > 0 && matches.length === 1 && (
        <p className={styles.said}>{t(($) => $.hold.sessionsTwice, { count: sessionsTwice })}</p>
      )}
      {deciding === 'same' && candidate && known && (
        <SameForm
          {...form}
          candidate={candidate}
          known={known}
          sessionsTwice={sessionsTwice}
          onConfirm={(takeEmail) => void decide(true, { takeEmail })}
        />
      )}
      {deciding === 'different' && (
        <ReasonForm
          {...form}
          title={t(($) => $.different.title)}
          text={t(($) => $.different.holdText)}
          help={t(($) => $.different.help)}
          confirm={t(($) => $.different.confirm)}
          onConfirm={(reason) => void decide(false, { reason })}
        />
      )}
    </Detail>
  )
}

/** What was decided on this desk, while Certassur has not heard of it. */
function Noted({ held: { hold, matches } }: { held: HoldCase }) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const other = matches.find(({ match }) => match.id === hold.with)
  return (
    <Notice tone="neutral" icon={IconClockUp} title={t(($) => $.held.decided)}>
      <p>
        {hold.decision === 'same' && other
          ? t(($) => $.hold.notedSame, { name: words.name(other.here ?? other.match) })
          : t(($) => $.hold.notedDifferent, { reason: hold.reason ?? '' })}{' '}
        {hold.takeEmail && t(($) => $.hold.notedEmail)}
      </p>
      <p>{t(($) => $.hold.notedHelp)}</p>
    </Notice>
  )
}
