import { Modal } from '@mantine/core'
import type { ComparedCandidate, SimilarPeople } from '../../shared/calls/duplicate.ts'
import type { AppError } from '../../shared/result.ts'
import type { Asked } from './askedStore.ts'
import styles from './CompareDialog.module.css'
import { Comparison } from './Comparison.tsx'

interface CompareDialogProps {
  readonly opened: boolean
  readonly candidate: ComparedCandidate
  readonly similar: SimilarPeople | null
  readonly asked: Asked
  readonly error: AppError | null
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

/** Who looks like this person, one after the other beside his record, and what is to become of the two. */
export function CompareDialog({ opened, onClose, ...rest }: CompareDialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={820} centered>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <Modal.Body className={styles.body}>
          <Comparison {...rest} onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
