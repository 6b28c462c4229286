import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/result.ts'
import { useReason } from '../ui/useReason.ts'
import { Dialog } from './Dialog.tsx'
import styles from './Dialog.module.css'

interface ReasonDialogProps {
  readonly opened: boolean
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly keep: string
  readonly onClose: () => void
  /** Null when it is done; otherwise why not, and the dialog stays with what was typed. */
  readonly onConfirm: (reason: string) => Promise<AppError | null>
}

/** Cancelling something: what it is, how many people it concerns, and why. */
export function ReasonDialog({ opened, title, text, confirm, keep, onClose, onConfirm }: ReasonDialogProps) {
  const { t } = useTranslation('sessions')
  const reason = useReason(t(($) => $.reason.help))
  const [error, setError] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)

  const close = () => {
    reason.clear()
    setError(null)
    onClose()
  }
  const submit = async () => {
    const said = reason.read()
    if (said === null || busy) return
    setBusy(true)
    const refused = await onConfirm(said)
    setBusy(false)
    setError(refused)
    if (!refused) close()
  }

  return (
    <Dialog
      opened={opened}
      title={title}
      error={error}
      onClose={close}
      onSubmit={() => void submit()}
      acts={
        <>
          <Button type="submit" color="red" aria-busy={busy}>
            {confirm}
          </Button>
          <Button variant="default" onClick={close}>
            {keep}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{text}</p>
      <TextInput data-autofocus label={t(($) => $.reason.label)} {...reason.field} />
    </Dialog>
  )
}
