import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parse } from '../../shared/parse.ts'
import { reasonSchema } from '../../shared/registration.ts'
import type { AppError, FieldError } from '../../shared/result.ts'
import { useFieldText } from '../i18n/errorText.ts'
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
  const fieldText = useFieldText()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<FieldError | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)

  const close = () => {
    setReason('')
    setWrong(null)
    setError(null)
    onClose()
  }
  const submit = async () => {
    const checked = parse(reasonSchema, reason)
    if (!checked.ok) return setWrong(checked.error.fields?.[0] ?? { field: 'reason', code: 'field.invalid' })
    if (busy) return undefined
    setBusy(true)
    const refused = await onConfirm(checked.value)
    setBusy(false)
    setError(refused)
    if (!refused) close()
    return undefined
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
      <TextInput
        data-autofocus
        label={t(($) => $.reason.label)}
        description={wrong ? undefined : t(($) => $.reason.help)}
        required
        value={reason}
        error={wrong && fieldText(wrong.code, wrong.params)}
        onChange={(event) => {
          setReason(event.currentTarget.value)
          setWrong(null)
        }}
        autoComplete="off"
      />
    </Dialog>
  )
}
