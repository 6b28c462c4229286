import { useId } from 'react'
import styles from './Ticks.module.css'

interface TicksProps {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly title?: string }[]
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  readonly onLeave?: () => void
  readonly required?: boolean
  readonly error?: string | undefined
  readonly description?: string | undefined
  readonly disabled?: boolean
}

/** Several of a few: all in sight, each ticked with the space bar. */
export function Ticks(props: TicksProps) {
  const { name, label, options, value, onChange, onLeave, required, error, description, disabled } = props
  const help = useId()
  const said = error ?? description
  return (
    <fieldset
      className={styles.field}
      disabled={disabled}
      data-error={error !== undefined || undefined}
      aria-describedby={said === undefined ? undefined : help}
    >
      <legend>
        {label}
        {required && (
          <span className={styles.required} aria-hidden>
            {' '}
            *
          </span>
        )}
      </legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} title={option.title}>
            <input
              type="checkbox"
              name={name}
              checked={value.includes(option.value)}
              onBlur={(event) => {
                if (!event.currentTarget.closest('fieldset')?.contains(event.relatedTarget)) onLeave?.()
              }}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...value, option.value]
                    : value.filter((kept) => kept !== option.value),
                )
              }
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {said !== undefined && (
        <p id={help} className={styles.help} data-error={error !== undefined || undefined}>
          {said}
        </p>
      )}
    </fieldset>
  )
}
