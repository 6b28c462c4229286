import { NativeSelect, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type CandidateField, candidateLanguages, missingFields } from '../../shared/candidate.ts'
import { readBirthDate, showBirthDate } from '../candidates/birthDate.ts'
import { useCandidates } from '../candidates/store.ts'
import { useFieldNames } from '../candidates/useFieldNames.ts'
import { useFieldText } from '../i18n/errorText.ts'
import styles from './CreationPane.module.css'
import { fieldOf } from './form.ts'
import { useCreation } from './useCreation.ts'

function useField() {
  const { t } = useTranslation('creation')
  const { creation } = useCandidates()
  const fieldText = useFieldText()
  const { typed, left, saveError } = useStore(creation)
  return (field: CandidateField) => {
    const said = saveError?.fields?.find((error) => fieldOf(error) === field)
    const error = said ?? (left.has(field) ? creation.wrong().find((one) => one.field === field) : undefined)
    return {
      name: field,
      label: t(($) => $.fields[field]),
      value: typed[field],
      error: error && fieldText(error.code, error.params),
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => creation.type(field, currentTarget.value),
      onBlur: () => {
        if (typed[field].trim() !== '') creation.leave(field)
      },
      autoComplete: 'off',
      spellCheck: false,
    }
  }
}

/** What somebody is looked for by. */
export function CreationFields({ onEnter }: { onEnter: () => void }) {
  const { t } = useTranslation('candidates')
  const { creation } = useCandidates()
  const field = useField()
  const birthDate = field('birthDate')
  const tidyBirthDate = () => {
    const read = readBirthDate(birthDate.value, creation.today())
    if (read.ok && showBirthDate(read.value) !== birthDate.value) creation.type('birthDate', showBirthDate(read.value))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    tidyBirthDate()
    onEnter()
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the fields within
    <div className={styles.fields} onKeyDown={onKeyDown}>
      <TextInput {...field('lastName')} />
      <TextInput {...field('firstName')} />
      <TextInput
        {...birthDate}
        description={birthDate.error ? undefined : t(($) => $.record.birthHelp)}
        inputMode="numeric"
        onBlur={() => {
          tidyBirthDate()
          birthDate.onBlur()
        }}
      />
      <TextInput {...field('email')} inputMode="email" />
      <TextInput {...field('phone')} inputMode="tel" />
    </div>
  )
}

/** What a record needs beside, once it is known that it may be made, and what it will lack. */
export function LanguageField() {
  const { t } = useTranslation('creation')
  const { t: candidates } = useTranslation('candidates')
  const names = useFieldNames()
  const { standing, person } = useCreation()
  const field = useField()
  if (standing.kind !== 'ready' || !person) return null
  const language = field('language')
  const missing = missingFields({ ...person, firstName: person.firstName ?? '', language: 'fr' })
  return (
    <div className={styles.rest}>
      <h3 className={styles.part}>{t(($) => $.rest)}</h3>
      <NativeSelect
        {...language}
        className={styles.language}
        data={[
          { value: '', label: t(($) => $.fields.chooseLanguage) },
          ...candidateLanguages.map((value) => ({ value, label: candidates(($) => $.languages[value]) })),
        ]}
      />
      {missing.length > 0 && (
        <p className={styles.missing}>
          {candidates(($) => $.record.missing, { fields: names.inSentence(missing) })}
          {missing.includes('email') && ` · ${candidates(($) => $.record.missingEmail)}`}
          {missing.includes('birthDate') && ` · ${candidates(($) => $.record.missingBirthDate)}`}
        </p>
      )}
    </div>
  )
}
