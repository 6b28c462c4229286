import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/result.ts'
import { useReason } from '../ui/useReason.ts'
import { DecisionForm } from './DecisionForm.tsx'

interface ReasonFormProps {
  readonly title: string
  readonly text: string
  /** What a reason may look like. */
  readonly help: string
  readonly confirm: string
  readonly busy: boolean
  readonly error: AppError | null
  readonly onConfirm: (reason: string) => void
  readonly onGiveUp: () => void
}

/** A decision that needs a reason. */
export function ReasonForm({ text, help, error, onConfirm, ...form }: ReasonFormProps) {
  const { t } = useTranslation('duplicates')
  const reason = useReason(help)
  const submit = () => {
    const said = reason.read()
    if (said !== null) onConfirm(said)
  }
  return (
    <DecisionForm {...form} text={<p>{text}</p>} giveUp={t(($) => $.same.cancel)} error={error} onConfirm={submit}>
      <TextInput label={t(($) => $.different.label)} {...reason.field} />
    </DecisionForm>
  )
}
