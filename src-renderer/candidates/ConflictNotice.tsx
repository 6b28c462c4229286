import { Button } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { Fragment, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CandidateField, candidateFields, type CandidatePatch } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import type { FieldConflict } from '../../shared/merge.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './ChangeNotice.module.css'
import { useCandidates } from './store.ts'
import { useFieldNames } from './useFieldNames.ts'
import type { RecordForm } from './useRecordForm.ts'

type Side = 'theirs' | 'mine'
const sides = ['theirs', 'mine'] as const

interface ConflictNoticeProps {
  readonly record: CandidateRecord
  readonly change: SentChange
  readonly conflicts: Readonly<Record<string, FieldConflict>>
  readonly edit: RecordForm
}

/** Two people changed the same fields: both values side by side, and the operator's choice for each. */
export function ConflictNotice({ record: { candidate }, change, conflicts, edit }: ConflictNoticeProps) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const names = useFieldNames()
  const [choices, setChoices] = useState<Readonly<Partial<Record<CandidateField, Side>>>>({})
  const fields = candidateFields.filter((field) => field in conflicts)
  const taken = edit.settling === change.id
  const complete = fields.every((field) => choices[field])

  const valueOf = (field: CandidateField, side: Side): string | null => {
    if (side === 'mine') return change.patch[field] ?? null
    const seen = conflicts[field]
    return seen && seen.version >= (candidate.fieldVersions[field] ?? 0) ? seen.value : candidate[field]
  }
  const mine = (wanted: readonly CandidateField[]): CandidatePatch =>
    Object.fromEntries(wanted.map((field) => [field, valueOf(field, 'mine')]))

  const confirm = async () => {
    if (!complete) return
    const kept = fields.filter((field) => choices[field] === 'mine')
    const done =
      kept.length === 0 ? await open.closeChange(change.id) : await edit.settle(change.id, mine(kept), conflicts)
    // The notice goes, and the keyboard must not stand nowhere.
    if (done) edit.form.setFocus(fields[0] ?? 'lastName')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void confirm()
  }

  return (
    <Notice tone="hold" icon={IconArrowsSplit2} title={t(($) => $.conflict.title)}>
      <p>{taken ? t(($) => $.taken) : t(($) => $.conflict.help)}</p>
      <div className={styles.choices}>
        <div className={styles.pair} aria-hidden>
          {sides.map((side) => (
            <span key={side} className={styles.side}>
              {t(($) => $.conflict[side])}
            </span>
          ))}
        </div>
        {fields.map((field) => (
          <fieldset key={field} className={styles.field} disabled={taken}>
            <legend>{names.inSentence([field])}</legend>
            <div className={styles.pair}>
              {sides.map((side) => (
                <label key={side} className={styles.choice}>
                  <input
                    type="radio"
                    name={`${change.id} ${field}`}
                    checked={choices[field] === side}
                    onChange={() => setChoices({ ...choices, [field]: side })}
                    onKeyDown={onKeyDown}
                  />
                  <span className={styles.aloud}>{t(($) => $.conflict[side])}</span>
                  <Value text={names.value(field, valueOf(field, side))} />
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      {!taken && (
        <div className={styles.acts}>
          <Button
            variant={edit.dirty ? 'default' : 'filled'}
            data-disabled={!complete || undefined}
            aria-disabled={!complete}
            onClick={() => void confirm()}
          >
            {t(($) => $.conflict.confirm)}
          </Button>
          <Button variant="subtle" onClick={() => edit.take(change.id, mine(fields), conflicts)}>
            {t(($) => $.conflict.take)}
          </Button>
        </div>
      )}
    </Notice>
  )
}

/** An address is broken before its signs, where the eye expects it, and elsewhere only when a part alone is too long. */
function Value({ text }: { text: string }) {
  let start = 0
  return (
    <span className={styles.value}>
      {text.split(/(?=[@.])/).map((piece) => {
        const key = start
        start += piece.length
        return (
          <Fragment key={key}>
            {key > 0 && <wbr />}
            {piece}
          </Fragment>
        )
      })}
    </span>
  )
}
