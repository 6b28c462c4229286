import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { CreationPane } from '../creation/CreationPane.tsx'
import { CreationStrip } from '../creation/CreationStrip.tsx'
import { ImportListButton } from '../employerList/ImportListButton.tsx'
import { useTools } from '../tools.ts'
import { useFormat } from '../i18n/format.ts'
import { SplitFrame } from '../ui/SplitFrame.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import { CandidateList } from './CandidateList.tsx'
import styles from './CandidatesScreen.module.css'
import { Filter } from './Filter.tsx'
import { FirstLoad } from './FirstLoad.tsx'
import { RecordPane } from './RecordPane.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useCandidates } from './store.ts'
import { useChosenRow } from './useChosenRow.ts'

/** Everybody this desk knows: search, list and record side by side, or one after the other where the place is short. */
export function CandidatesScreen() {
  const { t } = useTranslation('candidates')
  const { t: creation } = useTranslation('creation')
  const candidates = useCandidates()
  const { leaving } = useTools()
  const chosen = useChosenRow(candidates, leaving)
  const opened = useStore(candidates.open, ({ id }) => id !== null)
  const creating = useStore(candidates.creation, ({ shown }) => shown)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  // Enter in the list asks for this person's form; it takes the focus once it stands.
  const [wanted, setWanted] = useState<string | null>(null)

  useEffect(() => candidates.follow(), [candidates])
  useShortcut('Ctrl+F', () => search.current?.select())
  const begin = async () => {
    if (!creating && (await leaving.leave())) candidates.begin()
  }
  useShortcut('Ctrl+N', () => void begin())

  const enterList = () => {
    grid.current?.focus()
    void chosen.choose(Math.max(chosen.index, 0))
  }
  const backToList = () => {
    if (grid.current?.checkVisibility()) {
      grid.current.focus()
      return
    }
    candidates.open.open(null)
    requestAnimationFrame(() => grid.current?.focus())
  }

  const stopCreating = () => {
    candidates.creation.putAside()
    backToList()
  }
  const openCreated = (id: string) => {
    setWanted(id)
    candidates.open.open(id)
  }

  const summoned = useStore(candidates.list, (state) => state.summoned)
  const goToList = useEffectEvent(async () => {
    candidates.list.arrive()
    if (grid.current?.checkVisibility() || (await leaving.leave())) backToList()
  })
  useEffect(() => {
    if (summoned) void goToList()
  }, [summoned])

  return (
    <SplitFrame
      className={`${styles.screen} ${creating ? styles.creating : ''}`}
      title={t(($) => $.title)}
      count={<Count />}
      acts={
        <>
          <ImportListButton />
          <Button
            className={styles.begin}
            variant={creating ? 'default' : 'filled'}
            leftSection={<IconUserPlus size={16} stroke={1.75} aria-hidden />}
            rightSection={<kbd aria-hidden>Ctrl N</kbd>}
            onClick={() => void begin()}
          >
            {creation(($) => $.begin)}
          </Button>
        </>
      }
      bar={
        <>
          <SearchBox ref={search} onDown={enterList} />
          <Filter />
          <Hint />
        </>
      }
      strip={
        <>
          <FirstLoad />
          <CreationStrip onBegin={() => void begin()} />
        </>
      }
      list={<CandidateList ref={grid} chosen={chosen} searchBox={search} onEnter={setWanted} />}
      pane={
        creating ? (
          <CreationPane onBack={stopCreating} onOpen={openCreated} />
        ) : (
          <RecordPane wanted={wanted} onFocused={() => setWanted(null)} onOther={setWanted} onBack={backToList} />
        )
      }
      opened={opened || creating}
    />
  )
}

/** How the rows were found when nobody has the words as typed, else the keys. */
function Hint() {
  const { t } = useTranslation('candidates')
  const resembling = useStore(useCandidates().list, (state) => state.resembling)
  return (
    <span className={styles.keys} role="status">
      {resembling ? t(($) => $.search.resembling) : t(($) => $.search.keys)}
    </span>
  )
}

function Count() {
  const { t } = useTranslation('candidates')
  const format = useFormat()
  const { list } = useCandidates()
  const { loaded, answered, answeredOnly, total, all } = useStore(list)
  if (!loaded) return null
  return answered.trim() === '' && answeredOnly === 'all'
    ? t(($) => $.count.all, { count: all })
    : t(($) => $.count.found, { count: total, all: format.number(all) })
}
