import { Button } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './Match.module.css'
import { useCreation } from './useCreation.ts'

interface AskFormProps {
  readonly title: string
  readonly help: string
  /** False while something is missing without which nothing can be asked. */
  readonly ready: boolean
  readonly onAsk: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** What Certassur needs to bring the record of somebody whom it alone knows; it stands within the form of the creation. */
export function AskForm({ title, help, ready, onAsk, onCancel, children }: AskFormProps) {
  const { t } = useTranslation('creation')
  const { creation, offline } = useCreation()
  const { saving, error } = useStore(creation.elsewhere)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('select, input')?.focus()
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const idle = !ready || offline
  const ask = () => {
    if (!idle) onAsk()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && target instanceof HTMLInputElement) ask()
    else return
    // Neither sends the form around it nor leaves it.
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the fields within
    <div ref={place} className={styles.other} onKeyDown={onKeyDown}>
      <h4 className={styles.askTitle}>{title}</h4>
      <p className={styles.askHelp}>{offline ? t(($) => $.elsewhere.needsLine) : help}</p>
      {children}
      {error && <ErrorNotice error={error} />}
      <div className={styles.otherActs}>
        <Button aria-disabled={idle} data-disabled={idle || undefined} aria-busy={saving} onClick={ask}>
          {t(($) => $.elsewhere.ask)}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t(($) => $.other.cancel)}
        </Button>
      </div>
    </div>
  )
}
