import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SessionRow } from '../../shared/calls/session.ts'
import { addDays } from '../../shared/time.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { CalendarDay, dayId } from './CalendarDay.tsx'
import { useDayNames } from './days.ts'
import styles from './MonthCalendar.module.css'
import { addMonths, inMonth, mondayOf, monthOf, weeksOf } from './month.ts'
import { useSessions } from './store.ts'
import type { ChosenSession } from './useChosenSession.ts'

interface MonthCalendarProps {
  readonly chosen: ChosenSession
  /** The marked day. */
  readonly day: string
  readonly onDay: (day: string) => void
}

/** A month at a glance, from Monday to Sunday; the arrows walk through its days and on into the next month. */
export function MonthCalendar({ chosen, day, onDay }: MonthCalendarProps) {
  const { t } = useTranslation('sessions')
  const { t: common } = useTranslation('common')
  const days = useDayNames()
  const { list } = useSessions()
  const { month, today, rows, error } = useStore(list)
  const [moves, setMoves] = useState(0)
  const grid = useRef<HTMLDivElement>(null)
  const weeks = weeksOf(month)
  // After the buttons turned the sheet, the mark stands on the same day of the month that is shown.
  const marked = weeks.some((week) => week.includes(day)) ? day : inMonth(month, day)

  const byDay = new Map<string, SessionRow[]>()
  for (const row of rows) byDay.set(row.session.date, [...(byDay.get(row.session.date) ?? []), row])

  const focusMarked = useEffectEvent(() => document.getElementById(dayId(marked))?.focus())
  useEffect(() => {
    if (moves > 0) focusMarked()
  }, [moves])

  const go = (next: string) => {
    onDay(next)
    setMoves((count) => count + 1)
    if (!weeks.some((week) => week.includes(next))) list.turnTo(monthOf(next))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const steps: Record<string, string> = {
      ArrowLeft: addDays(marked, -1),
      ArrowRight: addDays(marked, 1),
      ArrowUp: addDays(marked, -7),
      ArrowDown: addDays(marked, 7),
      Home: mondayOf(marked),
      End: addDays(mondayOf(marked), 6),
      PageUp: inMonth(addMonths(monthOf(marked), -1), marked),
      PageDown: inMonth(addMonths(monthOf(marked), 1), marked),
    }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    if (event.key.startsWith('Page')) list.turnTo(monthOf(next))
    go(next)
  }

  return (
    <section className={styles.area}>
      {error && (
        <div className={styles.notice}>
          <ErrorNotice error={error}>
            <Button variant="default" onClick={() => list.refresh()}>
              {common(($) => $.retry)}
            </Button>
          </ErrorNotice>
        </div>
      )}
      <div
        ref={grid}
        className={styles.sheet}
        role="grid"
        tabIndex={-1}
        aria-label={t(($) => $.calendar.label, { month: days.month(month) })}
        onKeyDown={onKeyDown}
      >
        <div role="row" className={styles.names}>
          {weeks[0]?.map((one) => (
            <div key={one} role="columnheader">
              {days.weekday(one)}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]} role="row" className={styles.week}>
            {week.map((one) => (
              <CalendarDay
                key={one}
                day={one}
                rows={byDay.get(one) ?? []}
                marked={one === marked}
                outside={monthOf(one) !== month}
                today={today}
                chosen={chosen}
                onMark={() => onDay(one)}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}
