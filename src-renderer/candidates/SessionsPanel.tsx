import { Button } from '@mantine/core'
import {
  IconBan,
  IconCalendarEvent,
  IconCheck,
  IconClock,
  IconClockUp,
  IconDoorExit,
  IconUserOff,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CandidateSession } from '../../shared/calls/session.ts'
import { inBelgium } from '../../shared/time.ts'
import { DocumentPreview } from '../documents/DocumentPreview.tsx'
import { useCentreNames } from '../sync/useCentre.ts'
import { useTools } from '../tools.ts'
import { Part } from '../ui/Detail.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useDayText } from '../ui/useDayText.ts'
import styles from './RecordTabs.module.css'
import { placeOf } from './sessionPlace.ts'
import { useCandidates } from './store.ts'

const look = {
  refused: { tone: 'bad', icon: IconBan },
  cancelled: { tone: 'neutral', icon: IconBan },
  toConfirm: { tone: 'hold', icon: IconClock },
  waiting: { tone: 'neutral', icon: IconClockUp },
  present: { tone: 'ok', icon: IconCheck },
  late: { tone: 'warn', icon: IconClock },
  absent: { tone: 'bad', icon: IconUserOff },
  notAdmitted: { tone: 'bad', icon: IconBan },
  leftEarly: { tone: 'warn', icon: IconDoorExit },
  requested: { tone: 'neutral', icon: IconClockUp },
  registered: { tone: 'neutral', icon: IconCalendarEvent },
} as const

/** The sessions of a person: those to come, the nearest first, then those of before. */
export function SessionsPanel() {
  const { t } = useTranslation('candidates')
  const { now } = useTools()
  const { sessions } = useStore(useCandidates().around)
  if (!sessions) return null
  const today = inBelgium(now()).date
  const isComing = ({ session }: CandidateSession) => session.date >= today
  const coming = sessions.filter(isComing).toReversed()
  const past = sessions.filter((one) => !isComing(one))
  if (sessions.length === 0) return <p className={styles.none}>{t(($) => $.sessions.none)}</p>
  return (
    <>
      <Part title={t(($) => $.sessions.coming)}>
        {coming.length === 0 ? (
          <p className={styles.none}>{t(($) => $.sessions.noneComing)}</p>
        ) : (
          <Sessions sessions={coming} invites />
        )}
      </Part>
      {past.length > 0 && (
        <Part title={t(($) => $.sessions.past)}>
          <Sessions sessions={past} />
        </Part>
      )}
    </>
  )
}

function Sessions({ sessions, invites = false }: { sessions: readonly CandidateSession[]; invites?: boolean }) {
  const { t } = useTranslation('candidates')
  const { going } = useTools()
  const names = useCentreNames()
  const dayText = useDayText()
  const [inviting, setInviting] = useState<string | null>(null)
  return (
    <>
      <ul className={styles.list}>
        {sessions.map((one) => {
          const { session, registration, location } = one
          const place = placeOf(one)
          const day = dayText(session.date)
          return (
            <li key={registration.id} className={styles.item}>
              <span className={styles.what}>
                <b>{t(($) => $.sessions.when, { day, from: session.startTime, to: session.endTime })}</b>
                <small>
                  {[location, session.room, registration.exams.map(names.exam).join(', ')].filter(Boolean).join(' · ')}
                </small>
              </span>
              <span className={styles.side}>
                <Tag {...look[place]}>{t(($) => $.sessions.place[place])}</Tag>
                {invites && place !== 'refused' && place !== 'cancelled' && (
                  <Button
                    variant="default"
                    aria-label={t(($) => $.sessions.invitationNamed, { day, from: session.startTime })}
                    onClick={() => setInviting(registration.id)}
                  >
                    {t(($) => $.sessions.invitation)}
                  </Button>
                )}
                {going.has('sessions') && (
                  <Button
                    variant="default"
                    aria-label={t(($) => $.sessions.openNamed, { day, from: session.startTime })}
                    onClick={() => void going.go({ screen: 'sessions', id: session.id })}
                  >
                    {t(($) => $.sessions.open)}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {inviting !== null && (
        <DocumentPreview source={{ kind: 'invitation', id: inviting }} onClose={() => setInviting(null)} />
      )}
    </>
  )
}
