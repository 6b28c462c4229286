import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import type { AppError } from '../../shared/result.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import styles from './DecisionForm.module.css'

interface DecisionFormProps {
  readonly title: string
  /** What will happen. */
  readonly text: ReactNode
  readonly confirm: string
  readonly giveUp: string
  readonly busy: boolean
  readonly error: AppError | null
  readonly onConfirm: () => void
  readonly onGiveUp: () => void
  readonly children?: ReactNode
}

/** A decision under the records that it is about, so that they stay in sight: what will happen, and what it needs. */
export function DecisionForm(props: DecisionFormProps) {
  const { title, text, confirm, giveUp, busy, error, onConfirm, onGiveUp, children } = props
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const place = form.current?.closest('section, [role="dialog"]')
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector<HTMLElement>('input:checked, input:not([type="radio"]), button')?.focus()
    return () => {
      // The keyboard goes back to the acts, unless it is somewhere already.
      if (document.activeElement === document.body)
        place?.querySelector<HTMLElement>('footer > button:last-of-type, [data-acts] > button')?.focus()
    }
  }, [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // It may stand in the form of a record.
    event.stopPropagation()
    onConfirm()
  }
  useShortcut('Escape', onGiveUp)
  return (
    <form ref={form} className={styles.form} noValidate aria-labelledby={id} onSubmit={submit}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {text}
      {children}
      {error && <ErrorNotice error={error} />}
      <div className={styles.acts}>
        <Button type="submit" aria-busy={busy}>
          {confirm}
        </Button>
        <Button variant="default" onClick={onGiveUp}>
          {giveUp}
        </Button>
      </div>
    </form>
  )
}
