import { IconBan } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionRow } from '../../shared/calls/session.ts'
import { useDayNames } from './days.ts'
import styles from './MonthCalendar.module.css'
import { useRemarkText } from './RemarkTag.tsx'
import { isFull, remarksOn, seatsOf } from './status.ts'
import type { ChosenSession } from './useChosenSession.ts'

export const dayId = (day: string): string => `calendar-${day}`

interface CalendarDayProps {
  readonly day: string
  readonly rows: readonly SessionRow[]
  readonly marked: boolean
  /** Of the month before or after. */
  readonly outside: boolean
  readonly today: string
  readonly chosen: ChosenSession
  readonly onMark: () => void
}

/** One day of the sheet. Enter goes down to its sessions, where up and down choose; Escape comes back. */
export function CalendarDay({ day, rows, marked, outside, today, chosen, onMark }: CalendarDayProps) {
  const { t } = useTranslation('sessions')
  const days = useDayNames()
  const cell = useRef<HTMLDivElement>(null)
  const buttons = () => [...(cell.current?.querySelectorAll('button') ?? [])]

  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons()
    const at = all.findIndex((button) => button === event.target)
    if (at < 0) {
      if (event.key !== 'Enter' || all.length === 0) return
      all[0]?.focus()
    } else if (event.key === 'ArrowDown') all[Math.min(at + 1, all.length - 1)]?.focus()
    else if (event.key === 'ArrowUp' && at > 0) all[at - 1]?.focus()
    else if (event.key === 'ArrowUp' || event.key === 'Escape') cell.current?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={cell}
      id={dayId(day)}
      role="gridcell"
      className={styles.day}
      tabIndex={marked ? 0 : -1}
      aria-label={t(($) => $.calendar.day, { day: days.long(day), count: rows.length })}
      aria-current={day === today ? 'date' : undefined}
      data-outside={outside || undefined}
      onClick={onMark}
      onKeyDown={onKeyDown}
    >
      <span className={styles.number} aria-hidden>
        {Number(day.slice(8))}
      </span>
      {rows.map((row) => (
        <Line key={row.session.id} row={row} today={today} reachable={marked} chosen={chosen} />
      ))}
    </div>
  )
}

interface LineProps {
  readonly row: SessionRow
  readonly today: string
  readonly reachable: boolean
  readonly chosen: ChosenSession
}

function Line({ row, today, reachable, chosen }: LineProps) {
  const { t } = useTranslation('sessions')
  const say = useRemarkText()
  const { session, location } = row
  const cancelled = session.status === 'cancelled'
  const seats = seatsOf(row)
  const remarks = remarksOn(row, today).map((remark) => say(remark, row))
  const full = !cancelled && isFull(row) ? [t(($) => $.full)] : []
  const whole = [session.startTime, location, seats, ...full, ...remarks].join(' · ')
  return (
    <button
      type="button"
      className={styles.line}
      tabIndex={reachable ? 0 : -1}
      title={whole}
      aria-label={whole}
      aria-pressed={session.id === chosen.id}
      data-cancelled={cancelled || undefined}
      onClick={() => void chosen.choose(session.id)}
    >
      <b>{session.startTime}</b>
      <span className={styles.location}>{location}</span>
      {cancelled ? (
        <IconBan size={13} stroke={2} aria-hidden />
      ) : (
        <span data-full={isFull(row) || undefined}>{seats}</span>
      )}
    </button>
  )
}
