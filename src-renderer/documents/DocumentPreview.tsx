import { Modal } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import styles from './DocumentPreview.module.css'
import { Pages } from './Pages.tsx'
import { createPreview, type Source } from './previewStore.ts'
import { SendForm } from './SendForm.tsx'
import './texts.ts'

export interface DocumentPreviewProps {
  readonly source: Source
  readonly onClose: () => void
}

/**
 * A document as it will leave the printer, and what to do with it: print, save, or neither.
 *
 * Shown by whatever screen names it; everything else about it is asked of the main process.
 */
export function DocumentPreview({ source: { kind, id }, onClose }: DocumentPreviewProps) {
  const { t } = useTranslation('documents')
  const { desk, newId } = useTools()
  const [preview] = useState(() => createPreview(desk, newId, { kind, id }))
  const shown = useStore(preview.store, (state) => state.preview)
  const isDrawing = useStore(preview.store, (state) => state.busy === 'drawing')
  useEffect(() => {
    void preview.open()
    return preview.close
  }, [preview])
  const onDrawn = useCallback((drawn: boolean) => preview.noteDrawn(drawn), [preview])

  // On the window, wherever the focus is: a click beside a field takes it away from the dialog.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      const act = { p: preview.print, s: preview.save }[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      void act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [preview])

  return (
    <Modal.Root opened onClose={onClose} size={1120} centered>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content className={styles.content}>
        <Modal.Body className={styles.body}>
          {shown ? (
            <Pages bytes={shown.bytes} whole={kind !== 'signList' && kind !== 'invitations'} onDrawn={onDrawn} />
          ) : (
            <div className={styles.waiting} role="status">
              {isDrawing && t(($) => $.drawing)}
            </div>
          )}
          <div className={styles.side}>
            <div>
              <Modal.Title className={styles.title}>{t(($) => $.title[kind])}</Modal.Title>
              {shown && <p className={styles.number}>{shown.fileName.replace(/\.pdf$/, '')}</p>}
            </div>
            <SendForm preview={preview} onClose={onClose} />
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
