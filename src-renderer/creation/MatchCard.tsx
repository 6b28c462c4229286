import { Button } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { TypedPerson } from '../../shared/calls/duplicate.ts'
import { kinshipIn } from '../duplicates/remarks.ts'
import { SideTable } from '../duplicates/SideTable.tsx'
import { minimalSide, type Side, wholeSide } from '../duplicates/sides.ts'
import { Verdict } from '../duplicates/Verdict.tsx'
import { useTools } from '../tools.ts'
import { PersonName } from '../ui/Detail.tsx'
import styles from './Match.module.css'
import { isStranger, type Match } from './matches.ts'
import { OtherPerson } from './OtherPerson.tsx'
import { StrangerActs } from './StrangerActs.tsx'
import { useCreation } from './useCreation.ts'

const typedSide = (person: TypedPerson): Side => ({ whole: true, ...person, firstName: person.firstName ?? '' })

/** Where somebody was found, in words. */
export function useFoundText(): (match: Match) => string {
  const { t } = useTranslation('creation')
  const { t: duplicates } = useTranslation('duplicates')
  return ({ whole, known }) => {
    if (!whole) return known?.inScope ? t(($) => $.found.coming) : t(($) => $.found.there)
    const found = known ? t(($) => $.found.both) : t(($) => $.found.here)
    const login = whole.login === null ? duplicates(($) => $.unknown.login) : duplicates(($) => $.loginOf, whole)
    return `${found} · ${login}`
  }
}

interface MatchCardProps {
  readonly match: Match
  readonly person: TypedPerson
  /** Its first act is the one to be done next. */
  readonly primary: boolean
  readonly onOpen: (id: string) => void
  readonly onDecided: () => void
  /** Back to one line; null for whom a word is needed about. */
  readonly onFold: (() => void) | null
}

/** One who may be the person that is typed: side by side, why, and what can be done, in the order in which it is tried. */
export function MatchCard({ match, person, primary, onOpen, onDecided, onFold }: MatchCardProps) {
  const { t } = useTranslation('creation')
  const found = useFoundText()
  const [asking, setAsking] = useState(false)
  const { whole, known, likeness, reasons } = match
  const kinship = kinshipIn(reasons)?.code
  const side = whole ? wholeSide(whole) : known && minimalSide(known)
  return (
    <section className={styles.card} data-undecided={onFold ? undefined : ''} data-likeness={likeness}>
      <header className={styles.head}>
        <Verdict verdict={likeness} />
        <h3 className={styles.name}>{side && <PersonName lastName={side.lastName} firstName={side.firstName} />}</h3>
        <span className={styles.quiet}>{found(match)}</span>
      </header>
      {side && (
        <div className={styles.table}>
          <SideTable
            left={typedSide(person)}
            right={side}
            reasons={reasons}
            heads={[t(($) => $.table.typed), t(($) => $.table.existing)]}
          />
        </div>
      )}
      {(kinship === 'perhapsTwins' || kinship === 'perhapsRelatives') && (
        <p className={styles.text}>{t(($) => $.kinship[kinship])}</p>
      )}
      {isStranger(match) && match.known.inScope && <p className={styles.text}>{t(($) => $.coming)}</p>}
      {asking ? (
        <OtherPerson match={match} onConfirmed={onDecided} onCancel={() => setAsking(false)} />
      ) : (
        <ActsOf {...{ match, person, primary, onOpen, onDecided }}>
          <Button variant="subtle" onClick={() => setAsking(true)}>
            {t(($) => $.acts.other)}
          </Button>
          {onFold && (
            <Button variant="subtle" className={styles.last} onClick={onFold}>
              {t(($) => $.acts.fold)}
            </Button>
          )}
        </ActsOf>
      )}
    </section>
  )
}

type ActsProps = Omit<MatchCardProps, 'onFold'> & { readonly children: ReactNode }

/** What can be done: with a record of this desk, with one that is on its way, or about somebody of another centre. */
function ActsOf({ match, person, primary, onOpen, onDecided, children }: ActsProps) {
  if (isStranger(match) && !match.known.inScope) {
    return (
      <StrangerActs match={match} person={person} primary={primary} onDecided={onDecided}>
        {children}
      </StrangerActs>
    )
  }
  return (
    <div className={styles.acts}>
      <Acts match={match} person={person} primary={primary} onOpen={onOpen} />
      {children}
    </div>
  )
}

/** He is the same person: how his record is used. */
function Acts({ match, person, primary, onOpen }: Pick<ActsProps, 'match' | 'person' | 'primary' | 'onOpen'>) {
  const { t } = useTranslation('creation')
  const { sync } = useTools()
  const { creation } = useCreation()
  const saving = useStore(creation, (state) => state.saving)
  const variant = primary ? 'filled' : 'default'
  const { whole } = match
  if (!whole) {
    return (
      <Button variant={variant} onClick={() => void sync.now()}>
        {t(($) => $.acts.exchange)}
      </Button>
    )
  }
  const isNewAddress = person.email !== null && person.email.toLowerCase() !== whole.email?.toLowerCase()
  const replace = async () => {
    if (await creation.replaceEmail(match)) onOpen(match.id)
  }
  return (
    <>
      <Button variant={variant} onClick={() => onOpen(match.id)}>
        {t(($) => $.acts.open)}
      </Button>
      {isNewAddress && (
        <Button
          variant="default"
          leftSection={<IconMailForward size={16} stroke={1.75} aria-hidden />}
          aria-busy={saving}
          onClick={() => void replace()}
        >
          {t(($) => $.acts.replaceEmail)}
        </Button>
      )}
    </>
  )
}
