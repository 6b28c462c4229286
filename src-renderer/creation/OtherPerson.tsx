import { Button, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '../ui/useReason.ts'
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
  const { creation } = useCreation()
  const reason = useReason(t(($) => $.other.help))
  const confirm = () => {
    const said = reason.read()
    if (said === null) return
    creation.decide(match, { kind: 'other', reason: said })
    onConfirmed()
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
      <TextInput autoFocus label={t(($) => $.other.label)} {...reason.field} onKeyDown={onKeyDown} />
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
