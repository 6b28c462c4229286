import { type ReactNode, useId } from 'react'
import type { Likeness } from '../../shared/duplicate.ts'
import choice from '../ui/choice.module.css'
import { Verdict } from './Verdict.tsx'

interface PersonChoiceProps {
  readonly legend: string
  readonly people: readonly { readonly id: string; readonly person: ReactNode; readonly likeness: Likeness }[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
  readonly disabled?: boolean
}

/** Of several who resemble somebody, the one to be compared with him. */
export function PersonChoice({ legend, people, chosen, onChoose, disabled = false }: PersonChoiceProps) {
  const name = useId()
  return (
    <fieldset className={choice.list} disabled={disabled}>
      <legend>{legend}</legend>
      {people.map(({ id, person, likeness }) => (
        <label key={id} className={choice.row}>
          <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
          <span>{person}</span>
          <Verdict verdict={likeness} />
        </label>
      ))}
    </fieldset>
  )
}
