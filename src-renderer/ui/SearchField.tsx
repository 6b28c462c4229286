import { TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './SearchField.module.css'

interface SearchFieldProps {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onType: (text: string) => void
  /** The operator goes down into the list. */
  readonly onDown: () => void
  readonly autoFocus?: boolean
}

export function SearchField({ ref, label, placeholder, value, onType, onDown, autoFocus }: SearchFieldProps) {
  const { t } = useTranslation('common')
  const clear = () => {
    onType('')
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
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      rightSection={
        value !== '' && (
          <button
            type="button"
            className={styles.clear}
            aria-label={t(($) => $.clearSearch)}
            title={t(($) => $.clearSearch)}
            onClick={clear}
          >
            <IconX size={15} stroke={1.9} aria-hidden />
          </button>
        )
      }
    />
  )
}
