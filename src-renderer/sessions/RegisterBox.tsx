import { TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CandidateRow } from '../../shared/calls/candidate.ts'
import type { SessionRecord } from '../../shared/calls/session.ts'
import { useFormat } from '../i18n/format.ts'
import { useShortcut } from '../ui/useShortcut.ts'
import styles from './RegisterBox.module.css'
import { useSessions } from './store.ts'

/** Finds the person to register while one types; Enter takes the marked one. */
export function RegisterBox({ record }: { record: SessionRecord }) {
  const { t } = useTranslation('sessions')
  const { register } = useSessions()
  const { text, answered, found, total, choice, done } = useStore(register)
  const [mark, setMark] = useState({ of: answered, index: 0 })
  const [folded, setFolded] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const list = useId()
  const opened = !folded && choice === null && answered !== null && text.trim() !== ''
  const marked = mark.of === answered ? mark.index : 0
  useShortcut('Ctrl+F', () => box.current?.select())

  // Once somebody is registered, the next name is typed in the same place.
  useEffect(() => {
    if (done) box.current?.focus()
  }, [done])

  const take = (row: CandidateRow | undefined) => {
    if (row) register.choose(row, record)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!opened) return
    if (event.key === 'ArrowDown') setMark({ of: answered, index: Math.min(marked + 1, found.length - 1) })
    else if (event.key === 'ArrowUp') setMark({ of: answered, index: Math.max(marked - 1, 0) })
    // Before the answer to what is typed now, Enter would take somebody else.
    else if (event.key === 'Enter') take(answered === text ? found[marked] : undefined)
    else if (event.key === 'Escape') register.type('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles.place}>
      <TextInput
        ref={box}
        role="combobox"
        aria-label={t(($) => $.register.label)}
        aria-expanded={opened}
        aria-controls={opened ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={opened && found.length > 0 ? `${list}-${marked}` : undefined}
        placeholder={t(($) => $.register.placeholder)}
        value={text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconUserPlus size={16} stroke={1.75} aria-hidden />}
        onChange={(event) => {
          setFolded(false)
          register.type(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
        onFocus={() => setFolded(false)}
        onBlur={() => setFolded(true)}
      />
      {opened && found.length > 0 && (
        <div id={list} role="listbox" className={styles.found} aria-label={t(($) => $.register.found)}>
          {found.map((row, index) => (
            <Found key={row.id} id={`${list}-${index}`} row={row} marked={index === marked} onTake={() => take(row)} />
          ))}
        </div>
      )}
      {opened && (found.length === 0 || total > found.length) && (
        <p className={found.length === 0 ? `${styles.found} ${styles.none}` : styles.aloud} role="status">
          {found.length === 0
            ? t(($) => $.register.none, { text: answered })
            : t(($) => $.register.more, { count: total })}
        </p>
      )}
      <span className={styles.aloud} role="status">
        {done && t(($) => $.register.done, { name: `${done.lastName.toLocaleUpperCase('fr')} ${done.firstName}` })}
      </span>
    </div>
  )
}

interface FoundProps {
  readonly id: string
  readonly row: CandidateRow
  readonly marked: boolean
  readonly onTake: () => void
}

function Found({ id, row, marked, onTake }: FoundProps) {
  const format = useFormat()
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={marked}
      className={styles.option}
      // Before the field loses the focus, and with it the list.
      onMouseDown={(event) => {
        event.preventDefault()
        onTake()
      }}
    >
      <span className={styles.name}>
        <b>{row.lastName}</b> {row.firstName}
      </span>
      <small>{[row.birthDate && format.day(row.birthDate), row.login, row.email].filter(Boolean).join(' · ')}</small>
    </div>
  )
}
