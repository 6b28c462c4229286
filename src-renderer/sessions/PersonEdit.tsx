import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Registered, SessionRecord } from '../../shared/calls/session.ts'
import { documentLanguages } from '../../shared/centre.ts'
import { sameValue } from '../../shared/merge.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './People.module.css'
import { pcOf } from './registerStore.ts'
import { RestOfRow } from './RestOfRow.tsx'
import { useSessions } from './store.ts'
import { Ticks } from './Ticks.tsx'
import { useExamOptions } from './useExamOptions.ts'
import { useFieldText } from '../i18n/errorText.ts'

interface PersonEditProps {
  readonly record: SessionRecord
  readonly row: Registered
  /** The line stands again; the keyboard goes back to it. */
  readonly onDone: () => void
}

/** One line of the table being corrected: PC, exams, exam language. */
export function PersonEdit({ record, row, onDone }: PersonEditProps) {
  const { t } = useTranslation('sessions')
  const { t: common } = useTranslation('common')
  const fieldText = useFieldText()
  const { people } = useSessions()
  const { saving, error } = useStore(people)
  const { registration, lastName, firstName } = row
  const [pc, setPc] = useState(String(registration.pc ?? ''))
  const [exams, setExams] = useState(registration.exams)
  const [language, setLanguage] = useState(registration.language)
  const options = useExamOptions([...record.session.exams, ...registration.exams])
  const typedPc = pcOf(pc)

  const leave = () => {
    people.edit(null)
    requestAnimationFrame(onDone)
  }
  const save = async () => {
    if (typedPc === undefined || exams.length === 0) return
    const wanted = { pc: typedPc, exams: [...exams], language }
    const patch = Object.fromEntries(
      (Object.keys(wanted) as (keyof typeof wanted)[])
        .filter((field) => !sameValue(wanted[field], registration[field]))
        .map((field) => [field, wanted[field]]),
    )
    if (Object.keys(patch).length === 0 || (await people.save(registration.id, patch))) leave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void save()
    else if (!(event.key.toLowerCase() === 's' && event.ctrlKey)) return
    else void save()
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <tr className={styles.editing} onKeyDown={onKeyDown}>
      <td colSpan={5}>
        <p className={styles.editName}>
          <b>{lastName}</b> {firstName}
        </p>
        <div className={styles.form}>
          <TextInput
            className={styles.pc}
            label={t(($) => $.people.columns.pc)}
            value={pc}
            inputMode="numeric"
            autoFocus
            error={typedPc === undefined && fieldText('field.invalid')}
            onChange={(event) => setPc(event.currentTarget.value)}
            autoComplete="off"
          />
          <NativeSelect
            className={styles.language}
            label={t(($) => $.people.examLanguage)}
            value={language}
            data={documentLanguages.map((value) => ({ value, label: t(($) => $.languages[value]) }))}
            onChange={(event) => {
              const wanted = documentLanguages.find((one) => one === event.currentTarget.value)
              if (wanted) setLanguage(wanted)
            }}
          />
          <Ticks
            name="registrationExams"
            label={t(($) => $.fields.exams)}
            options={options}
            value={exams}
            onChange={setExams}
            error={exams.length === 0 ? fieldText('field.required') : undefined}
          />
        </div>
        {error && (
          <div className={styles.error}>
            <ErrorNotice error={error} />
          </div>
        )}
        <div className={styles.formActs}>
          <Button onClick={() => void save()} aria-busy={saving}>
            {t(($) => $.save)}
          </Button>
          <Button variant="default" onClick={leave}>
            {common(($) => $.cancel)}
          </Button>
        </div>
      </td>
      <RestOfRow />
    </tr>
  )
}
