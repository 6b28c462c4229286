import { useState } from 'react'
import { parse } from '../../shared/parse.ts'
import { reasonSchema } from '../../shared/registration.ts'
import type { FieldError } from '../../shared/result.ts'
import { useFieldText } from '../i18n/errorText.ts'

/**
 * A reason as it is typed: the properties of its field, and what is said when it is sent.
 * @param help shown under the field until something is wrong with it
 */
export function useReason(help: string) {
  const fieldText = useFieldText()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<FieldError | null>(null)
  return {
    field: {
      value: reason,
      description: wrong ? undefined : help,
      error: wrong && fieldText(wrong.code, wrong.params),
      required: true,
      autoComplete: 'off',
      onChange(event: { readonly currentTarget: { readonly value: string } }) {
        setReason(event.currentTarget.value)
        setWrong(null)
      },
    },
    /** What was typed, or null when it is none; the field then says why. */
    read(): string | null {
      const checked = parse(reasonSchema, reason)
      if (checked.ok) return checked.value
      setWrong(checked.error.fields?.[0] ?? { field: 'reason', code: 'field.invalid' })
      return null
    },
    clear() {
      setReason('')
      setWrong(null)
    },
  }
}
