import { Modal } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef } from 'react'
import type { AppError } from '../../shared/result.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly opened: boolean
  readonly title: string
  readonly size?: number
  readonly error: AppError | null
  readonly onClose: () => void
  readonly onSubmit: () => void
  /** The buttons. */
  readonly acts: ReactNode
  readonly children: ReactNode
}

/** A question before an act that others will notice. Escape means: no. */
export function Dialog({ opened, title, size = 560, error, onClose, onSubmit, acts, children }: DialogProps) {
  // Kept while the dialog fades out.
  const named = useRef(title)
  if (opened) named.current = title
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The dialog stands in a portal, but its events pass through the form it was opened from.
    event.stopPropagation()
    onSubmit()
  }
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} centered>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <Modal.Body className={styles.body}>
          <Modal.Title className={styles.title}>{named.current}</Modal.Title>
          <form noValidate onSubmit={submit}>
            {children}
            {error && (
              <div className={styles.error}>
                <ErrorNotice error={error} />
              </div>
            )}
            <div className={styles.acts}>{acts}</div>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
