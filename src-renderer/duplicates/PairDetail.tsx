import { Button } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SuspectedPair } from '../../shared/calls/duplicate.ts'
import { Detail, PersonName } from '../ui/Detail.tsx'
import { Notice, NoticeActs } from '../ui/Notice.tsx'
import styles from './DuplicatesScreen.module.css'
import { isOpen } from './look.ts'
import { MergeLetter } from './MergeLetter.tsx'
import { type PairDecision, PairForms } from './PairForms.tsx'
import { kinshipIn } from './remarks.ts'
import { RequestNotice } from './RequestNotice.tsx'
import { SideTable } from './SideTable.tsx'
import { wholeSide } from './sides.ts'
import { useDuplicates } from './store.ts'
import { useWords } from './useWords.ts'
import { Verdict } from './Verdict.tsx'

interface PairDetailProps {
  readonly pair: SuspectedPair
  /** Decided: the keyboard goes on in the list. */
  readonly onDone: () => void
}

/** Two records that are perhaps of one person: Certassur is asked to make them one, or it is noted that they are two. */
export function PairDetail({ pair, onDone }: PairDetailProps) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const { decisions, openRequest, openHold, holds, pairs } = useDuplicates()
  const held = useStore(holds, ({ answer }) => answer?.all)?.find(
    ({ hold }) => hold.id === pair.a.id || hold.id === pair.b.id,
  )
  const [deciding, setDeciding] = useState<PairDecision | null>(null)
  const [writing, setWriting] = useState(false)
  const { a, b, verdict, reasons, request } = pair
  const kinship = kinshipIn(reasons)

  const begin = (next: PairDecision) => {
    decisions.forget()
    setWriting(false)
    setDeciding(next)
  }
  const done = () => {
    setDeciding(null)
    pairs.moveOn()
    pairs.refresh()
    onDone()
  }

  return (
    <Detail
      title={<PersonName {...a} />}
      tag={<Verdict verdict={verdict} />}
      meta={words.name(b)}
      acts={
        deciding === null && (
          <>
            <span className={styles.ways}>
              <Button variant="subtle" onClick={() => setWriting(true)}>
                {t(($) => $.acts.letter)}
              </Button>
            </span>
            {!isOpen(request) && !held && (
              <>
                <Button variant="default" onClick={() => begin('different')}>
                  {t(($) => $.acts.different)}
                </Button>
                <Button onClick={() => begin('merge')}>{t(($) => $.acts.merge)}</Button>
              </>
            )}
          </>
        )
      }
    >
      {held ? (
        <Notice tone="hold" icon={IconUserQuestion} title={t(($) => $.held.title)}>
          <p>{t(($) => $.merge.heldPair)}</p>
          <NoticeActs>
            <Button variant="default" onClick={() => openHold(held.hold.id)}>
              {t(($) => $.acts.decide)}
            </Button>
          </NoticeActs>
        </Notice>
      ) : (
        request && <RequestNotice request={request} onOpen={() => openRequest(request.id)} />
      )}
      <SideTable
        left={wholeSide(a)}
        right={wholeSide(b)}
        reasons={reasons}
        heads={[t(($) => $.merge.first), t(($) => $.merge.second)]}
        opens={[
          { id: a.id, label: t(($) => $.acts.openFirst) },
          { id: b.id, label: t(($) => $.acts.openSecond) },
        ]}
      />
      {kinship && <p className={styles.said}>{words.reason(kinship)}</p>}
      {deciding && (
        <PairForms
          decision={deciding}
          pair={{ a: a.id, b: b.id }}
          decisions={decisions}
          onDone={done}
          onGiveUp={() => setDeciding(null)}
        />
      )}
      {writing && <MergeLetter pair={[a, b]} />}
    </Detail>
  )
}
