import { Button, Modal } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import styles from './LeaveDialog.module.css'
import type { Leaving } from './leaving.ts'

/** The one question before typed text would be lost. Escape means: stay. */
export function LeaveDialog({ leaving }: { leaving: Leaving }) {
  const { t } = useTranslation('common')
  const { asking, closing } = useStore(leaving)
  // Kept while the dialog fades out.
  const name = useRef('')
  if (asking !== null) name.current = asking
  return (
    <Modal.Root opened={asking !== null} onClose={() => leaving.answer('stay')} size={560} centered>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <Modal.Body className={styles.body}>
          <Modal.Title className={styles.title}>{t(($) => $.leave.title, { name: name.current })}</Modal.Title>
          <p className={styles.text}>{closing ? t(($) => $.leave.closeText) : t(($) => $.leave.text)}</p>
          <div className={styles.answers}>
            <Button data-autofocus onClick={() => leaving.answer('save')}>
              {closing ? t(($) => $.leave.saveAndClose) : t(($) => $.leave.save)}
            </Button>
            <Button variant="default" onClick={() => leaving.answer('discard')}>
              {t(($) => $.leave.discard)}
            </Button>
            <Button variant="subtle" onClick={() => leaving.answer('stay')}>
              {t(($) => $.leave.stay)}
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
