import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import styles from './GiveUpButton.module.css'
import { useEmployerList } from './store.ts'

/** The way out of a list that is not imported; asked once, because its decisions are lost. */
export function GiveUpButton({ label }: { label: string }) {
  const { t } = useTranslation('employerList')
  const store = useEmployerList()
  const imported = useStore(store, ({ list }) => list?.imported ?? 0)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Modal.Root opened={asking} onClose={() => setAsking(false)} size={520} centered>
        <Modal.Overlay backgroundOpacity={0.45} />
        <Modal.Content>
          <Modal.Body className={styles.body}>
            <Modal.Title className={styles.title}>{t(($) => $.giveUp.title)}</Modal.Title>
            <p>{imported > 0 ? t(($) => $.giveUp.textParts, { count: imported }) : t(($) => $.giveUp.text)}</p>
            <div className={styles.acts}>
              <Button data-autofocus onClick={() => setAsking(false)}>
                {t(($) => $.giveUp.keep)}
              </Button>
              <Button variant="default" onClick={() => void store.end()}>
                {t(($) => $.giveUp.confirm)}
              </Button>
            </div>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  )
}
