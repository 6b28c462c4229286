import { Button, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import { Chips } from '../ui/Chips.tsx'
import { useDayNames } from './days.ts'
import { periodNames, views } from './listStore.ts'
import { addMonths, monthOf } from './month.ts'
import styles from './SessionsScreen.module.css'
import { useSessions } from './store.ts'

/** List or calendar, how far it looks, and of which place. */
export function ListBar() {
  const { t } = useTranslation('sessions')
  const { list } = useSessions()
  const { view, period, locationId } = useStore(list)
  const locations = useStore(useTools().centre, ({ centre }) => centre?.locations) ?? []
  return (
    <>
      <Chips
        label={t(($) => $.view.label)}
        value={view}
        chips={views.map((value) => ({ value, label: t(($) => $.view[value]) }))}
        onChoose={list.look}
      />
      {view === 'list' ? (
        <NativeSelect
          className={styles.select}
          aria-label={t(($) => $.period.label)}
          value={period}
          data={periodNames.map((value) => ({ value, label: t(($) => $.period[value]) }))}
          onChange={(event) => {
            const wanted = periodNames.find((name) => name === event.currentTarget.value)
            if (wanted) list.choosePeriod(wanted)
          }}
        />
      ) : (
        <MonthTurner />
      )}
      {locations.length > 1 && (
        <NativeSelect
          className={styles.select}
          aria-label={t(($) => $.location.label)}
          value={locationId ?? ''}
          data={[
            { value: '', label: t(($) => $.location.all) },
            ...locations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => list.chooseLocation(event.currentTarget.value || null)}
        />
      )}
      <span className={styles.keys}>{t(($) => (view === 'list' ? $.keys.list : $.keys.calendar))}</span>
    </>
  )
}

function MonthTurner() {
  const { t } = useTranslation('sessions')
  const { list } = useSessions()
  const { month, today } = useStore(list)
  const days = useDayNames()
  return (
    <div className={styles.months}>
      <Button
        variant="default"
        aria-label={t(($) => $.calendar.before)}
        title={t(($) => $.calendar.before)}
        onClick={() => list.turnTo(addMonths(month, -1))}
      >
        <IconChevronLeft size={16} stroke={1.9} aria-hidden />
      </Button>
      <h2 className={styles.month} aria-live="polite">
        {days.month(month)}
      </h2>
      <Button
        variant="default"
        aria-label={t(($) => $.calendar.after)}
        title={t(($) => $.calendar.after)}
        onClick={() => list.turnTo(addMonths(month, 1))}
      >
        <IconChevronRight size={16} stroke={1.9} aria-hidden />
      </Button>
      <Button variant="default" onClick={() => list.turnTo(monthOf(today))}>
        {t(($) => $.calendar.today)}
      </Button>
    </div>
  )
}
