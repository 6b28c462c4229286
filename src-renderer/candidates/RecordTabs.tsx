import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFormat } from '../i18n/format.ts'
import { type Tab, tabs } from './aroundStore.ts'
import styles from './RecordTabs.module.css'
import { useCandidates } from './store.ts'

export const tabId = (tab: Tab): string => `record-tab-${tab}`
export const panelId = (tab: Tab): string => `record-panel-${tab}`

/** What is known of a person, side by side; the arrows go from one to the next. */
export function RecordTabs({ tab, onChoose }: { tab: Tab; onChoose: (tab: Tab) => void }) {
  const { t } = useTranslation('candidates')
  const format = useFormat()
  const { sessions, documents } = useStore(useCandidates().around)
  const list = useRef<HTMLDivElement>(null)
  const counts: Partial<Record<Tab, number | undefined>> = {
    sessions: sessions?.filter(({ registration }) => registration.status !== 'cancelled').length,
    documents: documents ? documents.attestations.length + documents.attendances.length : undefined,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.indexOf(tab)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChoose(next)
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus()
  }
  return (
    <div
      ref={list}
      className={styles.tabs}
      role="tablist"
      tabIndex={-1}
      aria-label={t(($) => $.tabs.label)}
      onKeyDown={onKeyDown}
    >
      {tabs.map((one) => (
        <button
          key={one}
          id={tabId(one)}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={one === tab}
          aria-controls={panelId(one)}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onChoose(one)}
        >
          {t(($) => $.tabs[one])}
          {counts[one] !== undefined && counts[one] > 0 && ` ${format.number(counts[one])}`}
        </button>
      ))}
    </div>
  )
}
