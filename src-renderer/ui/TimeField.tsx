import { TextInput, type TextInputProps } from '@mantine/core'
import { readTime } from './TimeFieldText.ts'

interface TimeFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** As typed. */
  readonly value: string
  readonly onChange: (typed: string) => void
}

/** An hour that is typed, in any usual way; it is written out when the field is left. */
export function TimeField({ value, onChange, onBlur, ...input }: TimeFieldProps) {
  return (
    <TextInput
      {...input}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const time = readTime(value)
        if (time.ok && time.value !== null && time.value !== value) onChange(time.value)
        onBlur?.(event)
      }}
    />
  )
}
