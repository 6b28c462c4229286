import { Button } from '@mantine/core'
import { IconHourglass, IconMailForward } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { AskedElsewhere } from '../../shared/calls/elsewhere.ts'
import type { TypedPerson } from '../../shared/calls/duplicate.ts'
import { isSameEmail } from '../duplicates/sides.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { stateOf } from './elsewhereStore.ts'
import styles from './Match.module.css'
import type { StrangerMatch } from './matches.ts'
import { NewAddress } from './NewAddress.tsx'
import { PlaceHere } from './PlaceHere.tsx'
import { useCreation } from './useCreation.ts'

interface StrangerActsProps {
  readonly match: StrangerMatch
  readonly person: TypedPerson
  /** The first act is the one to be done next. */
  readonly primary: boolean
  readonly onDecided: () => void
  /** The acts that every match has. */
  readonly children: ReactNode
}

/** Somebody whom another centre has: his record is asked of Certassur, and how far that is. */
export function StrangerActs({ match, person, primary, onDecided, children }: StrangerActsProps) {
  const { t } = useTranslation('creation')
  const { creation, offline } = useCreation()
  const [form, setForm] = useState<'register' | 'replaceEmail' | null>(null)
  const changeId = useStore(creation, ({ asked }) => asked.get(match.id))
  const asked = useStore(creation.elsewhere, ({ acts }) => (changeId === undefined ? undefined : acts.get(changeId)))
  const open = (wanted: typeof form) => {
    creation.elsewhere.forgetError()
    setForm(wanted)
  }
  const close = () => setForm(null)
  const done = () => {
    close()
    onDecided()
  }

  if (asked && stateOf(asked) !== 'refused') return <OnItsWay asked={asked} />
  if (form === 'register') return <PlaceHere match={match} onAsked={done} onCancel={close} />
  if (form === 'replaceEmail' && person.email !== null)
    return <NewAddress match={match} email={person.email} onAsked={done} onCancel={close} />
  const isNewAddress = person.email !== null && !match.reasons.some(isSameEmail)
  return (
    <>
      {asked?.verdict?.status === 'rejected' && (
        <div className={styles.asked}>
          <ErrorNotice error={{ code: asked.verdict.code, message: '' }} />
        </div>
      )}
      <p className={styles.text}>{offline ? t(($) => $.elsewhere.needsLine) : t(($) => $.stranger)}</p>
      <div className={styles.acts}>
        {!offline && (
          <Button variant={primary ? 'filled' : 'default'} onClick={() => open('register')}>
            {t(($) => $.acts.openElsewhere)}
          </Button>
        )}
        {!offline && isNewAddress && (
          <Button
            variant="default"
            leftSection={<IconMailForward size={16} stroke={1.75} aria-hidden />}
            onClick={() => open('replaceEmail')}
          >
            {t(($) => $.acts.replaceElsewhere)}
          </Button>
        )}
        {children}
        <Button
          variant={offline && primary ? 'filled' : 'subtle'}
          onClick={() => {
            creation.decide(match, { kind: 'same' })
            onDecided()
          }}
        >
          {t(($) => $.acts.same)}
        </Button>
      </div>
    </>
  )
}

/** Asked, and the record has not come yet: nothing of it can be shown. */
function OnItsWay({ asked }: { asked: AskedElsewhere }) {
  const { t } = useTranslation('creation')
  const { offline } = useCreation()
  const { sync } = useTools()
  const format = useFormat()
  const { actedAt, verdict } = asked
  return (
    <>
      <div className={styles.asked}>
        <Notice
          tone="neutral"
          icon={IconHourglass}
          title={
            verdict === null
              ? t(($) => $.elsewhere.asked, { time: format.time(actedAt) })
              : t(($) => $.elsewhere.accepted, { time: format.time(verdict.at) })
          }
          role="status"
        >
          <p>{offline ? t(($) => $.elsewhere.later) : t(($) => $.elsewhere.soon)}</p>
        </Notice>
      </div>
      {!offline && (
        <div className={styles.acts}>
          <Button variant="default" onClick={() => void sync.now()}>
            {t(($) => $.acts.exchange)}
          </Button>
        </div>
      )}
    </>
  )
}
