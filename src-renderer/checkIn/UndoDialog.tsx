import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoorRow } from '../../shared/calls/checkIn.ts'
import type { CheckIn } from '../../shared/checkIn.ts'
import { useFormat } from '../i18n/format.ts'
import { PersonName } from './PersonName.tsx'
import { Question } from './Question.tsx'
import styles from './Question.module.css'
import { ReasonChoice } from './ReasonChoice.tsx'
import { useCheckIn } from './store.ts'
import { useDigits } from './useKeydown.ts'

const reasons = ['wrongPerson', 'wrongMark', 'wrongHour', 'wrongIdentity', 'other'] as const
type Reason = (typeof reasons)[number]

interface UndoDialogProps {
  readonly row: DoorRow
  readonly mark: CheckIn
}

/** A mark was a mistake: whose, which, and why. */
export function UndoDialog({ row, mark }: UndoDialogProps) {
  const { t } = useTranslation('checkIn')
  const format = useFormat()
  const { door, view, acts } = useCheckIn()
  const [reason, setReason] = useState<Reason | null>(null)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const silent = reason === 'other' && text.trim() === ''

  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason === null || silent) return
    const label = t(($) => $.undo.reasons[reason])
    const said = text.trim()
    const full = said === '' ? label : reason === 'other' ? said : t(($) => $.undo.full, { reason: label, text: said })
    acts.ask(null)
    view.goOn(row.registration.id)
    void door.undo(row.registration.id, mark.id, full)
  }
  useDigits(reasons, setReason)

  return (
    <Question title={t(($) => $.undo.title)}>
      <p className={styles.who}>
        <PersonName person={row} /> · {t(($) => $.markInSentence[mark.mark])} · {format.time(mark.at)}
      </p>
      <form className={styles.form} onSubmit={save} noValidate>
        <ReasonChoice
          first
          legend={t(($) => $.undo.reason)}
          options={reasons.map((known) => [known, t(($) => $.undo.reasons[known])] as const)}
          value={reason}
          onChange={setReason}
          error={tried && reason === null ? t(($) => $.undo.choose) : null}
        />
        <TextInput
          label={reason === 'other' ? t(($) => $.undo.text) : t(($) => $.undo.textOptional)}
          required={reason === 'other'}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && silent ? t(($) => $.undo.write) : null}
          maxLength={240}
          autoComplete="off"
        />
        <p className={styles.help}>{t(($) => $.undo.keep)}</p>
        <div className={styles.answers}>
          <Button type="submit">{t(($) => $.undo.save)}</Button>
          <Button variant="default" onClick={() => acts.ask(null)}>
            {t(($) => $.undo.back)}
          </Button>
        </div>
      </form>
    </Question>
  )
}
