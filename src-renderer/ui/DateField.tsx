import { TextInput, type TextInputProps } from '@mantine/core'
import { readDay, showDay } from './DateFieldText.ts'

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** As typed. */
  readonly value: string
  readonly onChange: (typed: string) => void
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** A day that is typed, in any usual way; it is written out when the field is left. */
export function DateField({ value, onChange, today, onBlur, ...input }: DateFieldProps) {
  return (
    <TextInput
      {...input}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const day = readDay(value, today)
        if (day.ok && day.value !== null && showDay(day.value) !== value) onChange(showDay(day.value))
        onBlur?.(event)
      }}
    />
  )
}
