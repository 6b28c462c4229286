import { Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import { showDay } from '../ui/DateFieldText.ts'
import { SplitFrame } from '../ui/SplitFrame.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import { ChoosingStrip } from './ChoosingStrip.tsx'
import { ListBar } from './ListBar.tsx'
import { MonthCalendar } from './MonthCalendar.tsx'
import { SessionList } from './SessionList.tsx'
import { SessionPane } from './SessionPane.tsx'
import styles from './SessionsScreen.module.css'
import { useSessions } from './store.ts'
import { useChosenSession } from './useChosenSession.ts'

/** The sessions of the centre as a list or a month, and the open one beside it. */
export function SessionsScreen() {
  const { t } = useTranslation('sessions')
  const sessions = useSessions()
  const { leaving } = useTools()
  const { view, locationId, today, rows, loaded } = useStore(sessions.list)
  const opened = useStore(sessions.open, ({ id, fresh }) => id !== null || fresh !== null)
  const chosen = useChosenSession(sessions, leaving)
  const area = useRef<HTMLDivElement>(null)
  // The day that the calendar's mark stands on: a new session begins there.
  const [day, setDay] = useState(today)

  useEffect(() => sessions.follow(), [sessions])

  const begin = async () => {
    if (!(await leaving.leave())) return
    sessions.open.begin({
      ...(view === 'calendar' && day >= today && { date: showDay(day) }),
      ...(locationId !== null && { locationId }),
    })
  }
  useShortcut('Ctrl+N', () => void begin())

  const focusList = () => {
    const find = (place: string) => area.current?.querySelector<HTMLElement>(place)
    const where = find('[role="gridcell"][tabindex="0"]') ?? find('[role="grid"]')
    where?.focus()
  }
  const back = async () => {
    if (!(await leaving.leave())) return
    sessions.open.open(null)
    requestAnimationFrame(focusList)
  }

  const awaited = useStore(sessions.choosing, ({ candidateId }) => candidateId)
  const goToList = useEffectEvent(() => {
    if (awaited !== null && !opened) focusList()
  })
  useEffect(() => goToList(), [awaited])

  return (
    <SplitFrame
      ref={area}
      className={`${styles.screen} ${styles[view]}`}
      title={t(($) => $.title)}
      count={loaded && t(($) => $.count, { count: rows.length })}
      acts={
        <Button
          className={styles.begin}
          leftSection={<IconCalendarPlus size={16} stroke={1.75} aria-hidden />}
          rightSection={<kbd aria-hidden>Ctrl N</kbd>}
          onClick={() => void begin()}
        >
          {t(($) => $.begin)}
        </Button>
      }
      bar={<ListBar />}
      strip={<ChoosingStrip />}
      list={
        view === 'list' ? <SessionList chosen={chosen} /> : <MonthCalendar chosen={chosen} day={day} onDay={setDay} />
      }
      pane={<SessionPane onBack={() => void back()} />}
      opened={opened}
      wide={view === 'calendar'}
    />
  )
}
