import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HoldCase } from '../../shared/calls/duplicate.ts'
import type { AppError } from '../../shared/result.ts'
import choice from '../ui/choice.module.css'
import { DecisionForm } from './DecisionForm.tsx'
import styles from './DecisionForm.module.css'
import { isSameEmail, mayTakeEmail } from './sides.ts'
import { useWords } from './useWords.ts'

interface SameFormProps {
  readonly candidate: NonNullable<HoldCase['candidate']>
  readonly known: HoldCase['matches'][number]
  readonly sessionsTwice: number
  readonly busy: boolean
  readonly error: AppError | null
  readonly onConfirm: (takeEmail: boolean) => void
  readonly onGiveUp: () => void
}

/** Both records are of one person: what goes where, and which address stays. */
export function SameForm({ candidate, known, sessionsTwice, onConfirm, ...form }: SameFormProps) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const name = useId()
  const [takeEmail, setTakeEmail] = useState(false)
  const { match, here } = known
  const registered = here ? here.email : match.maskedEmail
  const equal = here ? here.email === candidate.email : match.reasons.some(isSameEmail)
  const asked = candidate.email !== null && !equal
  const allowed = mayTakeEmail(match.inScope || here !== null, match.reasons)
  return (
    <DecisionForm
      {...form}
      title={t(($) => $.same.title, { name: words.name(here ?? match) })}
      text={
        <>
          <p>{t(($) => $.same.moves)}</p>
          {sessionsTwice > 0 && <p>{t(($) => $.same.collapses)}</p>}
        </>
      }
      confirm={t(($) => $.same.confirm)}
      giveUp={t(($) => $.same.cancel)}
      onConfirm={() => onConfirm(takeEmail)}
    >
      {asked && (
        <fieldset className={choice.list} aria-describedby={allowed ? undefined : `${name}-why`}>
          <legend>{t(($) => $.same.email)}</legend>
          <label className={styles.choice}>
            <input type="radio" name={name} checked={!takeEmail} onChange={() => setTakeEmail(false)} />
            <span>
              {registered === null ? t(($) => $.same.keepNone) : t(($) => $.same.keep, { email: registered })}
            </span>
          </label>
          <label className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={takeEmail}
              disabled={!allowed}
              onChange={() => setTakeEmail(true)}
            />
            <span>{t(($) => $.same.take, { email: candidate.email })}</span>
          </label>
          {!allowed && (
            <p id={`${name}-why`} className={styles.quiet}>
              {t(($) => $.same.guarded)}
            </p>
          )}
        </fieldset>
      )}
    </DecisionForm>
  )
}
