import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { OfflineTag } from '../sync/OfflineTag.tsx'
import styles from './Step.module.css'

interface StepProps {
  readonly title: string
  readonly help: string
  readonly children: ReactNode
  /** The way back and the way on, at the foot. */
  readonly foot?: ReactNode
}

/** One step of a list that is no list itself: its question, what it needs, and the ways on. */
export function Step({ title, help, children, foot }: StepProps) {
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <OfflineTag />
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a stop here no key scrolls the step */}
      <div className={styles.body} tabIndex={0}>
        <p className={styles.help}>{help}</p>
        {children}
      </div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </>
  )
}

interface NextButtonProps {
  readonly label: string
  readonly busy: boolean
  /** False while something is still to be said: the button stays where it is, and does nothing. */
  readonly ready: boolean
  readonly onNext: () => void
}

/** The way on. */
export function NextButton({ label, busy, ready, onNext }: NextButtonProps) {
  return (
    <Button
      data-disabled={!ready || undefined}
      aria-disabled={!ready}
      aria-busy={busy}
      onClick={() => {
        if (ready) onNext()
      }}
    >
      {label}
    </Button>
  )
}
