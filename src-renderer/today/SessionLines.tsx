import { Button } from '@mantine/core'
import { IconBan, IconListCheck, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SessionRow } from '../../shared/calls/session.ts'
import type { Target } from '../shell/going.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { useTools } from '../tools.ts'
import { Tag } from '../ui/Tag.tsx'
import { useDayText } from '../ui/useDayText.ts'
import { Block } from './Block.tsx'
import block from './Block.module.css'
import styles from './SessionLines.module.css'
import { useSessionText } from './useSessionText.ts'

interface SessionLinesProps {
  readonly title: string
  readonly none: string
  readonly rows: readonly SessionRow[]
  /** Check-in is open from here, and the hour alone says when. */
  readonly isToday?: boolean
}

/** Sessions with how they stand; a line opens the session. */
export function SessionLines({ title, none, rows, isToday = false }: SessionLinesProps) {
  return (
    <Block title={title}>
      {rows.length === 0 ? (
        <p className={block.none}>{none}</p>
      ) : (
        <ul className={block.lines}>
          {rows.map((row) => (
            <SessionLine key={row.session.id} row={row} isToday={isToday} />
          ))}
        </ul>
      )}
    </Block>
  )
}

function SessionLine({ row, isToday }: { row: SessionRow; isToday: boolean }) {
  const { t } = useTranslation('today')
  const { going } = useTools()
  const names = useCentreNames()
  const dayText = useDayText()
  const sessionText = useSessionText()
  const { session, location } = row
  const { id, date, startTime, endTime, room, mode, exams } = session
  const over = session.status === 'cancelled' || session.closedAt !== null
  const target: Target = going.has('sessions') ? { screen: 'sessions', id } : { screen: 'checkIn', id }
  return (
    <li>
      <button type="button" className={block.open} onClick={() => void going.go(target)}>
        <span className={styles.when} data-today={isToday}>
          {!isToday && <span className={styles.day}>{dayText(date)}</span>}
          <time>
            {startTime} – {endTime}
          </time>
        </span>
        <span className={block.what}>
          {[location, mode === 'remote' ? t(($) => $.sessions.remote) : room].filter(Boolean).join(' · ')}
          <span className={block.help}>
            {exams.map((code) => names.exam(code).replaceAll(' ', '\u00a0')).join(' · ')}
          </span>
        </span>
        <Standing row={row} isToday={isToday} />
      </button>
      {isToday && !over && (
        <Button
          variant="default"
          leftSection={<IconListCheck size={16} stroke={1.75} aria-hidden />}
          aria-label={t(($) => $.sessions.checkInOf, { session: sessionText(row) })}
          onClick={() => void going.go({ screen: 'checkIn', id })}
        >
          {t(($) => $.sessions.checkIn)}
        </Button>
      )}
    </li>
  )
}

/** How many are registered; once somebody was marked, how they stand. */
function Standing({ row: { session, counts }, isToday }: { row: SessionRow; isToday: boolean }) {
  const { t } = useTranslation('today')
  if (session.status === 'cancelled')
    return (
      <Tag tone="neutral" icon={IconBan}>
        {t(($) => $.sessions.cancelled)}
      </Tag>
    )
  const marked = isToday && counts.unmarked < counts.registered
  const words = marked
    ? (['present', 'late', 'absent', 'notAdmitted', 'unmarked'] as const)
        .filter((one) => counts[one] > 0)
        .map((one) => t(($) => $.sessions[one], { count: counts[one] }))
    : [
        t(($) => $.sessions.registered, { count: counts.registered, seats: session.seats }),
        ...(counts.registered >= session.seats ? [t(($) => $.sessions.full)] : []),
      ]
  return (
    <span className={styles.standing}>
      {session.closedAt !== null && (
        <Tag tone="neutral" icon={IconLock}>
          {t(($) => $.sessions.closed)}
        </Tag>
      )}
      <span>{words.join(' · ')}</span>
    </span>
  )
}
