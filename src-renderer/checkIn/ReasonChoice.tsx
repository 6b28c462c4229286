import { type ReactNode, useId } from 'react'
import styles from './Question.module.css'

interface ReasonChoiceProps<Value extends string> {
  readonly legend: string
  readonly options: readonly (readonly [Value, ReactNode])[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly error?: string | null
  /** The first thing that the dialog asks: each option has a digit. */
  readonly first?: boolean
  /** Short options stand side by side. */
  readonly side?: boolean
}

/** One of a few: arrows, the mouse, or its digit. */
export function ReasonChoice<Value extends string>(props: ReasonChoiceProps<Value>) {
  const { legend, options, value, onChange, error, first = false, side = false } = props
  const name = useId()
  return (
    <fieldset className={styles.group} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      <div className={styles.choices} data-side={side}>
        {options.map(([option, label], index) => (
          <label key={option} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={value === option}
              onChange={() => onChange(option)}
              data-autofocus={first && index === 0 ? true : undefined}
            />
            <span>{label}</span>
            {first && <kbd aria-hidden>{index + 1}</kbd>}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
