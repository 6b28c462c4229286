import { TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readBirthDate, showBirthDate } from '../candidates/birthDate.ts'
import { useFieldText } from '../i18n/errorText.ts'
import type { FieldCode } from '../../shared/result.ts'
import choice from '../ui/choice.module.css'
import { useReason } from '../ui/useReason.ts'
import { AskForm } from './AskForm.tsx'
import styles from './Match.module.css'
import type { StrangerMatch } from './matches.ts'
import { useCreation } from './useCreation.ts'

interface NewAddressProps {
  readonly match: StrangerMatch
  readonly email: string
  readonly onAsked: () => void
  readonly onCancel: () => void
}

/**
 * Another address for somebody whom the centre does not know. His codes will go there: the document is seen, its birth
 * date typed anew, and it is said why.
 */
export function NewAddress({ match, email, onAsked, onCancel }: NewAddressProps) {
  const { t } = useTranslation('creation')
  const fieldText = useFieldText()
  const { creation } = useCreation()
  const reason = useReason(t(($) => $.elsewhere.reasonHelp))
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<FieldCode | null>(null)
  const [seen, setSeen] = useState(false)
  const said = useId()
  const [unseen, setUnseen] = useState(false)
  const readDate = () => readBirthDate(typed, creation.today())
  const ask = async () => {
    const date = readDate()
    const why = reason.read()
    const code = date.ok ? (date.value === null ? 'field.required' : null) : (date.error.fields?.[0]?.code ?? null)
    setWrong(code)
    setUnseen(!seen)
    if (!date.ok || date.value === null || why === null || !seen) return
    const proof = { birthDate: date.value, reason: why }
    if (await creation.askFor(match, { kind: 'replaceEmail', proof })) onAsked()
  }
  return (
    <AskForm
      title={t(($) => $.elsewhere.address, { email })}
      help={t(($) => $.elsewhere.addressHelp)}
      ready
      onAsk={() => void ask()}
      onCancel={onCancel}
    >
      <TextInput
        label={t(($) => $.elsewhere.birthDate)}
        description={wrong ? undefined : t(($) => $.elsewhere.birthDateHelp)}
        value={typed}
        error={wrong && fieldText(wrong)}
        required
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setWrong(null)
        }}
        onBlur={() => {
          const date = readDate()
          if (date.ok && date.value !== null) setTyped(showBirthDate(date.value))
        }}
      />
      <TextInput label={t(($) => $.elsewhere.reason)} maxLength={300} {...reason.field} />
      <div>
        <label className={`${choice.choice} ${styles.seen}`}>
          <input
            type="checkbox"
            checked={seen}
            aria-invalid={unseen}
            aria-describedby={unseen ? said : undefined}
            onChange={(event) => {
              setSeen(event.currentTarget.checked)
              setUnseen(false)
            }}
          />
          <span>{t(($) => $.elsewhere.seen)}</span>
        </label>
        {unseen && (
          <p id={said} className={styles.unseen}>
            {t(($) => $.elsewhere.unseen)}
          </p>
        )}
      </div>
    </AskForm>
  )
}
