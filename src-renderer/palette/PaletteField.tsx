import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { mayReadCandidates, holdsOne } from '../../shared/rights.ts'
import type { Operator } from '../../shared/operator.ts'
import type { Screen } from '../shell/screens.ts'
import { useTools } from '../tools.ts'
import { useShortcut } from '../ui/useShortcut.ts'
import styles from './PaletteField.module.css'
import { createPalette } from './store.ts'
import { type Entry, useEntries } from './useEntries.ts'

const groups = ['candidates', 'sessions', 'actions'] as const

/** One field for everything: a person, a session, an action. Ctrl+K from anywhere; arrows and Enter do the rest. */
export function PaletteField({ operator, screens }: { operator: Operator; screens: readonly Screen[] }) {
  const { t } = useTranslation('palette')
  const { desk, now } = useTools()
  const [palette] = useState(() =>
    createPalette(desk, { now, readsRecords: holdsOne(operator.roles, mayReadCandidates) }),
  )
  const { text } = useStore(palette)
  const [open, setOpen] = useState(false)
  const [index, setIndex] = useState(0)
  const entries = useEntries(palette, screens)
  const chosen = Math.min(index, entries.length - 1)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  // Where the operator was: Escape brings him back there.
  const before = useRef<Element | null>(null)
  const id = useId()
  const optionId = (at: number) => `${id}-${at}`

  useShortcut('Ctrl+K', () => input.current?.focus())
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, entries.length])

  const begin = () => {
    palette.begin()
    setOpen(true)
    input.current?.select()
  }
  const end = () => {
    setOpen(false)
    setIndex(0)
    palette.type('')
  }
  const back = () => {
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
    else input.current?.blur()
  }
  const run = (entry: Entry | undefined) => {
    if (!entry) return
    back()
    end()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 }
    const step = steps[event.key]
    if (step !== undefined) setIndex((step + entries.length) % Math.max(entries.length, 1))
    else if (event.key === 'Enter') run(entries[chosen])
    else if (event.key === 'Escape') {
      back()
      end()
    } else return
    event.preventDefault()
  }

  return (
    <div className={styles.palette}>
      <div className={styles.field} data-open={open}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && chosen >= 0 ? optionId(chosen) : undefined}
          aria-label={t(($) => $.title)}
          placeholder={t(($) => $.placeholder)}
          value={text}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => {
            before.current = event.relatedTarget
            begin()
          }}
          onBlur={end}
          onChange={(event) => {
            setIndex(0)
            setOpen(true)
            palette.type(event.currentTarget.value)
          }}
          onKeyDown={onKeyDown}
        />
        <kbd aria-hidden>Ctrl K</kbd>
      </div>
      {open && (
        <div className={styles.sheet}>
          <div ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label={t(($) => $.results)}>
            {groups.map((group) => {
              const lines = entries.flatMap((entry, at) => (entry.group === group ? [{ entry, at }] : []))
              if (lines.length === 0) return null
              return (
                <div key={group} role="group" aria-label={t(($) => $.groups[group])}>
                  <div className={styles.group} aria-hidden>
                    {t(($) => $.groups[group])}
                  </div>
                  {lines.map(({ entry, at }) => (
                    <PaletteLine
                      key={entry.key}
                      id={optionId(at)}
                      entry={entry}
                      selected={at === chosen}
                      onPoint={() => setIndex(at)}
                      onRun={() => run(entry)}
                    />
                  ))}
                </div>
              )
            })}
          </div>
          {entries.length === 0 && <p className={styles.none}>{t(($) => $.none, { text })}</p>}
          <p className={styles.aloud} role="status">
            {t(($) => $.count, { count: entries.length })}
          </p>
        </div>
      )}
    </div>
  )
}

interface PaletteLineProps {
  readonly id: string
  readonly entry: Entry
  readonly selected: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}

function PaletteLine({ id, entry, selected, onPoint, onRun }: PaletteLineProps) {
  const Symbol = entry.icon
  return (
    <div
      id={id}
      className={styles.line}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      // The field keeps the focus, or its leaving would close the list before the click arrives.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onRun}
    >
      <Symbol size={17} stroke={1.75} aria-hidden />
      <span className={styles.label}>
        {entry.strong && <b>{entry.strong} </b>}
        {entry.label}
      </span>
      {entry.hint && <span className={styles.hint}>{entry.hint}</span>}
    </div>
  )
}
