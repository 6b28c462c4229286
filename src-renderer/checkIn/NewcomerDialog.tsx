import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type CandidateField, candidateLanguages, candidateValuesSchema } from '../../shared/candidate.ts'
import { normalCase, splitFullName } from '../../shared/employerList/names.ts'
import { readField } from '../candidates/form.ts'
import { useFieldText } from '../i18n/errorText.ts'
import { todayInBelgium } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { Question } from './Question.tsx'
import styles from './Question.module.css'
import { useCheckIn } from './store.ts'

const asked = ['lastName', 'firstName', 'birthDate', 'email'] as const satisfies readonly CandidateField[]
type Typed = Readonly<Record<(typeof asked)[number] | 'language', string>>

/** What was searched for, as the names of a record: typed in haste, they would stand like that on a document. */
function namesIn(text: string): Pick<Typed, 'lastName' | 'firstName'> {
  const { lastName, firstName } = splitFullName(text, 'nameFirst') ?? { lastName: text.trim(), firstName: '' }
  return { lastName: normalCase(lastName), firstName: normalCase(firstName) }
}

/** Somebody whom nobody here knows stands at the door: who he is, as his document says. */
export function NewcomerDialog() {
  const { t, i18n } = useTranslation('checkIn')
  const { t: candidates } = useTranslation('candidates')
  const { t: common } = useTranslation('common')
  const { now, newId } = useTools()
  const fieldText = useFieldText()
  const { view, acts } = useCheckIn()
  const { text } = useStore(view)
  const [typed, setTyped] = useState<Typed>(() => ({
    ...namesIn(text),
    birthDate: '',
    email: '',
    language: i18n.language,
  }))
  const [tried, setTried] = useState(false)
  const today = todayInBelgium(now())
  const read = (field: (typeof asked)[number]) => readField(field, typed[field], today)

  const wrong = (field: (typeof asked)[number]): string | null => {
    const value = read(field)
    const [error] = value.ok ? [] : (value.error.fields ?? [])
    return tried && error ? fieldText(error.code, error.params) : null
  }
  const goOn = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const values: Record<string, unknown> = { phone: null, language: typed.language }
    for (const field of asked) {
      const value = read(field)
      if (!value.ok) return
      values[field] = value.value
    }
    const newcomer = candidateValuesSchema.parse(values)
    acts.ask({ kind: 'walkIn', person: { ...newcomer, candidateId: newId(), registered: null }, newcomer })
  }

  return (
    <Question title={t(($) => $.newcomer.title)}>
      <p className={styles.who}>{t(($) => $.newcomer.help)}</p>
      <form className={styles.form} onSubmit={goOn} noValidate>
        {asked.map((field, index) => (
          <TextInput
            key={field}
            label={field === 'email' ? t(($) => $.newcomer.email) : candidates(($) => $.fields[field])}
            value={typed[field]}
            onChange={(event) => {
              const { value } = event.currentTarget
              setTyped((before) => ({ ...before, [field]: value }))
            }}
            error={wrong(field)}
            description={field === 'birthDate' ? candidates(($) => $.record.birthHelp) : undefined}
            autoComplete="off"
            spellCheck={false}
            data-autofocus={index === 0 ? true : undefined}
          />
        ))}
        <NativeSelect
          label={candidates(($) => $.fields.language)}
          value={typed.language}
          onChange={(event) => {
            const { value } = event.currentTarget
            setTyped((before) => ({ ...before, language: value }))
          }}
          data={candidateLanguages.map((value) => ({ value, label: candidates(($) => $.languages[value]) }))}
        />
        <p className={styles.help}>{t(($) => $.newcomer.checked)}</p>
        <div className={styles.answers}>
          <Button type="submit">{t(($) => $.newcomer.goOn)}</Button>
          <Button variant="default" onClick={() => acts.ask(null)}>
            {common(($) => $.cancel)}
          </Button>
        </div>
      </form>
    </Question>
  )
}
