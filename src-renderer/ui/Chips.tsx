import { useFormat } from '../i18n/format.ts'
import styles from './Chips.module.css'

interface Chip<V extends string> {
  readonly value: V
  readonly label: string
  readonly count?: number | undefined
  readonly disabled?: boolean
}

interface ChipsProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly chips: readonly Chip<V>[]
  readonly onChoose: (value: V) => void
}

/** Which rows a list shows, and how many there are of each kind. */
export function Chips<V extends string>({ label, value, chips, onChoose }: ChipsProps<V>) {
  const format = useFormat()
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          className={styles.chip}
          aria-pressed={chip.value === value}
          disabled={chip.disabled}
          onClick={() => onChoose(chip.value)}
        >
          {chip.label}
          {chip.count ? ` ${format.number(chip.count)}` : ''}
        </button>
      ))}
    </div>
  )
}
