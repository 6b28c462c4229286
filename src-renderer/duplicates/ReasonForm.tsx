import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parse } from '../../shared/parse.ts'
import { reasonSchema } from '../../shared/registration.ts'
import type { AppError, FieldError } from '../../shared/result.ts'
import { useFieldText } from '../i18n/errorText.ts'
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
  const fieldText = useFieldText()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<FieldError | null>(null)
  const submit = () => {
    const checked = parse(reasonSchema, reason)
    if (checked.ok) onConfirm(checked.value)
    else setWrong(checked.error.fields?.[0] ?? { field: 'reason', code: 'field.invalid' })
  }
  return (
    <DecisionForm {...form} text={<p>{text}</p>} giveUp={t(($) => $.same.cancel)} error={error} onConfirm={submit}>
      <TextInput
        label={t(($) => $.different.label)}
        description={wrong ? undefined : help}
        required
        value={reason}
        error={wrong && fieldText(wrong.code, wrong.params)}
        onChange={(event) => {
          setReason(event.currentTarget.value)
          setWrong(null)
        }}
        autoComplete="off"
      />
    </DecisionForm>
  )
}
