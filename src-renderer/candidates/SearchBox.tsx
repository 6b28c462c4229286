import { TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import styles from './SearchBox.module.css'
import { useCandidates } from './store.ts'

interface SearchBoxProps {
  readonly ref: RefObject<HTMLInputElement | null>
  /** The operator goes down into the list. */
  readonly onDown: () => void
}

export function SearchBox({ ref, onDown }: SearchBoxProps) {
  const { t } = useTranslation('candidates')
  const { list } = useCandidates()
  const text = useStore(list, (state) => state.text)
  const clear = () => {
    list.type('')
    ref.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') clear()
    else if (event.key === 'ArrowDown' || event.key === 'Enter') onDown()
    else return
    event.preventDefault()
  }
  return (
    <TextInput
      ref={ref}
      className={styles.box}
      type="search"
      aria-label={t(($) => $.search.label)}
      placeholder={t(($) => $.search.placeholder)}
      value={text}
      onChange={(event) => list.type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      autoFocus
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      rightSection={
        text !== '' && (
          <button
            type="button"
            className={styles.clear}
            aria-label={t(($) => $.search.clear)}
            title={t(($) => $.search.clear)}
            onClick={clear}
          >
            <IconX size={15} stroke={1.9} aria-hidden />
          </button>
        )
      }
    />
  )
}
