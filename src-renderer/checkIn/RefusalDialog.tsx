import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoorRow } from '../../shared/calls/checkIn.ts'
import { refusalReasons } from '../../shared/checkIn.ts'
import { PersonName } from './PersonName.tsx'
import { Question } from './Question.tsx'
import styles from './Question.module.css'
import { ReasonChoice } from './ReasonChoice.tsx'
import { useCheckIn } from './store.ts'
import { useDigits } from './useKeydown.ts'

type Reason = (typeof refusalReasons)[number]

/** Why somebody does not get in: a reason, and in his own words what no reason says. */
export function RefusalDialog({ row }: { row: DoorRow }) {
  const { t } = useTranslation('checkIn')
  const { t: common } = useTranslation('common')
  const { acts } = useCheckIn()
  const [reason, setReason] = useState<Reason | null>(null)
  const [remark, setRemark] = useState('')
  const [tried, setTried] = useState(false)
  const silent = reason === 'other' && remark.trim() === ''

  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason === null || silent) return
    acts.ask(null)
    void acts.mark(row, 'notAdmitted', { refusal: reason, remark: remark.trim() || null })
  }
  useDigits(refusalReasons, setReason)

  return (
    <Question title={t(($) => $.refusal.title)}>
      <p className={styles.who}>
        <PersonName person={row} />
      </p>
      <form className={styles.form} onSubmit={save} noValidate>
        <ReasonChoice
          first
          legend={t(($) => $.refusal.reason)}
          options={refusalReasons.map((known) => [known, t(($) => $.refusal.reasons[known])] as const)}
          value={reason}
          onChange={setReason}
          error={tried && reason === null ? t(($) => $.refusal.choose) : null}
        />
        <TextInput
          label={reason === 'other' ? t(($) => $.refusal.remarkNeeded) : t(($) => $.refusal.remark)}
          required={reason === 'other'}
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
          error={tried && silent ? t(($) => $.refusal.write) : null}
          maxLength={300}
          autoComplete="off"
        />
        <div className={styles.answers}>
          <Button type="submit">{t(($) => $.refusal.save)}</Button>
          <Button variant="default" onClick={() => acts.ask(null)}>
            {common(($) => $.cancel)}
          </Button>
        </div>
      </form>
    </Question>
  )
}
