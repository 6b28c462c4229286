import { Button, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parse } from '../../shared/parse.ts'
import { reasonSchema } from '../../shared/registration.ts'
import type { FieldError } from '../../shared/result.ts'
import { useFieldText } from '../i18n/errorText.ts'
import styles from './Match.module.css'
import type { Match } from './matches.ts'
import { useCreation } from './useCreation.ts'

interface OtherPersonProps {
  readonly match: Match
  readonly onConfirmed: () => void
  readonly onCancel: () => void
}

/** Why somebody who resembles is somebody else; remembered with the record that is created. */
export function OtherPerson({ match, onConfirmed, onCancel }: OtherPersonProps) {
  const { t } = useTranslation('creation')
  const fieldText = useFieldText()
  const { creation } = useCreation()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<FieldError | null>(null)
  const confirm = () => {
    const read = parse(reasonSchema, reason)
    if (!read.ok) return setWrong(read.error.fields?.[0] ?? { field: 'reason', code: 'field.invalid' })
    creation.decide(match, { kind: 'other', reason: read.value })
    return onConfirmed()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') confirm()
    else if (event.key === 'Escape') onCancel()
    else return
    // Neither sends the form around it nor leaves it.
    event.preventDefault()
  }
  return (
    <div className={styles.other}>
      <TextInput
        label={t(($) => $.other.label)}
        description={wrong ? undefined : t(($) => $.other.help)}
        error={wrong && fieldText(wrong.code, wrong.params)}
        required
        autoFocus
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value)
          setWrong(null)
        }}
        onKeyDown={onKeyDown}
        autoComplete="off"
      />
      {match.likeness === 'certain' && <p className={styles.sure}>{t(($) => $.other.certain)}</p>}
      <div className={styles.otherActs}>
        <Button variant="default" onClick={confirm}>
          {t(($) => $.other.confirm)}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t(($) => $.other.cancel)}
        </Button>
      </div>
    </div>
  )
}
