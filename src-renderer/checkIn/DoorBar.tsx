import { TextInput } from '@mantine/core'
import { IconLineScan, IconX } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import styles from './DoorBar.module.css'
import { HourField } from './HourField.tsx'
import { Keys } from './Keys.tsx'
import { lineId, listId } from './lineId.ts'
import { useCheckIn, useShown } from './store.ts'

interface DoorBarProps {
  readonly search: RefObject<HTMLInputElement | null>
  readonly hour: RefObject<HTMLInputElement | null>
}

/** The search, which chooses in the list below while it keeps the focus, the hour of a paper list, and the keys. */
export function DoorBar({ search, hour }: DoorBarProps) {
  const { t } = useTranslation('checkIn')
  const { door, view, acts } = useCheckIn()
  const text = useStore(view, (state) => state.text)
  const open = useStore(door, ({ list }) => list?.open ?? false)
  const { items, cursor } = useShown()
  const item = items[cursor]
  const clear = () => {
    acts.leave()
    search.current?.focus()
  }
  return (
    <div className={styles.bar}>
      <TextInput
        ref={search}
        className={styles.search}
        role="combobox"
        aria-label={t(($) => $.search.label)}
        aria-controls={listId}
        aria-expanded
        aria-haspopup="grid"
        aria-autocomplete="list"
        aria-activedescendant={item && lineId(item.key)}
        placeholder={t(($) => $.search.placeholder)}
        value={text}
        onChange={(event) => acts.search(event.currentTarget.value)}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        rightSectionWidth={42}
        rightSection={
          text === '' ? (
            <IconLineScan className={styles.scan} size={20} stroke={1.75} aria-hidden />
          ) : (
            <button
              type="button"
              className={styles.clear}
              aria-label={t(($) => $.search.clear)}
              title={t(($) => $.search.clear)}
              onClick={clear}
            >
              <IconX size={17} stroke={1.9} aria-hidden />
            </button>
          )
        }
      />
      {open && <HourField ref={hour} onDone={() => search.current?.focus()} />}
      {open && <Keys />}
    </div>
  )
}
