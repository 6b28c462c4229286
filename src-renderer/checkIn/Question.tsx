import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './Question.module.css'
import { useCheckIn } from './store.ts'

interface QuestionProps {
  readonly title: ReactNode
  readonly children: ReactNode
}

/** The frame of what the door asks. Escape closes it; the door puts the focus back into the search by itself. */
export function Question({ title, children }: QuestionProps) {
  const { acts } = useCheckIn()
  return (
    <Modal.Root opened onClose={() => acts.ask(null)} size={520} centered returnFocus={false}>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <Modal.Body className={styles.body}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
