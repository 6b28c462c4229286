import { Button } from '@mantine/core'
import { IconCalendarOff, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { addDays } from '../../shared/time.ts'
import { useTools } from '../tools.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import state from '../ui/ListState.module.css'
import grid from '../ui/RowGrid.module.css'
import { useRowHeightStyle } from '../ui/useRowHeight.ts'
import { type DayGroup, groupByDay } from './dayGroups.ts'
import { useDayNames } from './days.ts'
import { rowId, SessionRow } from './SessionRow.tsx'
import styles from './SessionList.module.css'
import { useSessions } from './store.ts'
import type { ChosenSession } from './useChosenSession.ts'

const columns = ['hour', 'place', 'seats', 'status', 'content'] as const
const pageRows = 10

/** The sessions by day: what is past folded away, today always in sight, then what comes. */
export function SessionList({ chosen }: { chosen: ChosenSession }) {
  const { t } = useTranslation('sessions')
  const { t: common } = useTranslation('common')
  const { list } = useSessions()
  const { rows, today, loaded, error, period, locationId } = useStore(list)
  const rowHeight = useRowHeightStyle()
  const [unfolded, setUnfolded] = useState(false)
  const firstLoad = useStore(useTools().sync, ({ sync }) => sync?.firstLoad ?? false)
  const groups = groupByDay(rows, today)
  const shown = [...(unfolded ? groups.past : []), groups.today, ...groups.coming]
  const inOrder = shown.flatMap((group) => group.rows.map(({ session }) => session.id))
  const at = inOrder.indexOf(chosen.id ?? '')

  const scrollToChosen = useEffectEvent(() =>
    document.getElementById(rowId(chosen.id ?? ''))?.scrollIntoView({ block: 'nearest' }),
  )
  useEffect(() => {
    if (chosen.moves > 0) scrollToChosen()
  }, [chosen.moves])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget) return
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(at, 1) - 1,
      PageDown: at + pageRows,
      PageUp: at - pageRows,
      Home: 0,
      End: inOrder.length - 1,
      Enter: Math.max(at, 0),
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const id = inOrder[Math.min(Math.max(step, 0), inOrder.length - 1)]
    if (id !== undefined) void chosen.choose(id, event.key !== 'Enter')
  }

  return (
    <section className={grid.area}>
      {error && (
        <div className={state.notice}>
          <ErrorNotice error={error}>
            <Button variant="default" onClick={() => list.refresh()}>
              {common(($) => $.retry)}
            </Button>
          </ErrorNotice>
        </div>
      )}
      <div
        className={`${grid.grid} ${styles.columns}`}
        style={rowHeight}
        role="grid"
        tabIndex={0}
        aria-label={t(($) => $.title)}
        aria-busy={!loaded}
        aria-activedescendant={at < 0 || chosen.id === null ? undefined : rowId(chosen.id)}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={styles.headGroup}>
          <div role="row" className={grid.head}>
            {columns.map((column) => (
              <div key={column} role="columnheader" className={column === 'content' ? styles.aloud : undefined}>
                {t(($) => $.columns[column])}
              </div>
            ))}
          </div>
        </div>
        {groups.pastCount > 0 && (
          <div role="rowgroup">
            <div role="row">
              <div role="gridcell">
                <button
                  type="button"
                  className={styles.fold}
                  aria-expanded={unfolded}
                  onClick={() => setUnfolded(!unfolded)}
                >
                  {unfolded ? (
                    <IconChevronDown size={15} stroke={1.9} aria-hidden />
                  ) : (
                    <IconChevronRight size={15} stroke={1.9} aria-hidden />
                  )}
                  {t(($) => $.past, { count: groups.pastCount })}
                </button>
              </div>
            </div>
          </div>
        )}
        {loaded && shown.map((group) => <Day key={group.date} group={group} today={today} chosen={chosen} />)}
      </div>
      {loaded && !error && rows.length === 0 && (
        <div className={`${state.over} ${styles.over}`}>
          <EmptyState
            icon={IconCalendarOff}
            title={t(($) => (firstLoad ? $.empty.first : $.empty.none))}
            help={t(($) => (firstLoad ? $.empty.firstHelp : $.empty.noneHelp))}
          >
            {locationId !== null ? (
              <Button variant="default" onClick={() => list.chooseLocation(null)}>
                {t(($) => $.empty.allPlaces)}
              </Button>
            ) : (
              period !== 'all' && (
                <Button variant="default" onClick={() => list.choosePeriod('all')}>
                  {t(($) => $.empty.allDays)}
                </Button>
              )
            )}
          </EmptyState>
        </div>
      )}
    </section>
  )
}

function Day({ group, today, chosen }: { group: DayGroup; today: string; chosen: ChosenSession }) {
  const { t } = useTranslation('sessions')
  const { t: common } = useTranslation('common')
  const days = useDayNames()
  const near =
    group.date === today
      ? common(($) => $.days.today)
      : group.date === addDays(today, 1)
        ? common(($) => $.days.tomorrow)
        : null
  return (
    <div role="rowgroup" aria-label={days.heading(group.date)}>
      <div role="row">
        <div role="rowheader" className={styles.day} data-today={group.date === today || undefined}>
          {near && <b>{near}</b>}
          {days.heading(group.date)}
        </div>
      </div>
      {group.rows.map((row) => (
        <SessionRow
          key={row.session.id}
          row={row}
          today={today}
          selected={row.session.id === chosen.id}
          chosen={chosen}
        />
      ))}
      {group.rows.length === 0 && (
        <div role="row">
          <div role="gridcell" className={styles.nothing}>
            {t(($) => $.empty.today)}
          </div>
        </div>
      )}
    </div>
  )
}
