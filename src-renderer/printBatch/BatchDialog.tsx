import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './BatchDialog.module.css'
import { Choosing } from './Choosing.tsx'
import { Printing } from './Printing.tsx'
import { createBatch } from './store.ts'
import './texts.ts'

/** Several attestations on paper, one after the other. */
export function BatchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('printBatch')
  const { desk, newId } = useTools()
  const [store] = useState(() => createBatch(desk, newId))
  const { batch, choices, position, error } = useStore(store)
  useEffect(() => void store.open(), [store])
  // What is on its way to the printer goes on: closing the window would only hide it.
  const close = () => (position === null ? onClose() : store.stop())
  return (
    <Modal.Root opened onClose={close} size={760} centered>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <Modal.Body className={styles.body}>
          <Modal.Title className={styles.title}>{t(($) => $.title)}</Modal.Title>
          {batch ? (
            <Printing store={store} batch={batch} onClose={onClose} />
          ) : (
            choices && <Choosing store={store} choices={choices} onClose={onClose} />
          )}
          {error && <ErrorNotice error={error} />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
