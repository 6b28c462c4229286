import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CandidateField, candidateLanguages } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import { type FieldCode, fieldCodes } from '../../shared/result.ts'
import { useFieldText } from '../i18n/errorText.ts'
import { todayInBelgium } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { readBirthDate, showBirthDate } from './birthDate.ts'
import { CodesAct } from './CodesAct.tsx'
import styles from './RecordPane.module.css'
import { useFieldNames } from './useFieldNames.ts'
import { useSpaceText } from './useSpaceText.ts'
import type { RecordForm } from './useRecordForm.ts'

const codeOf = (type: unknown): FieldCode => fieldCodes.find((code) => code === type) ?? 'field.invalid'

/** The fields of the record, in the order in which they are typed. */
export function RecordFields({ record, edit }: { record: CandidateRecord; edit: RecordForm }) {
  const { t } = useTranslation('candidates')
  const { now } = useTools()
  const fieldText = useFieldText()
  const names = useFieldNames()
  const { errors } = edit.form.formState
  const { candidate } = record
  const spaceText = useSpaceText()

  const common = (field: CandidateField, description?: ReactNode) => {
    const error = errors[field]
    const meanwhile = edit.base.values[field] !== candidate[field]
    const note = meanwhile ? (
      <span className={styles.meanwhile}>
        {t(($) => $.record.meanwhile, { value: names.value(field, candidate[field]) })}
      </span>
    ) : (
      description
    )
    return {
      ...edit.form.register(field),
      label: t(($) => $.fields[field]),
      error: error && fieldText(codeOf(error.type), { max: String(error.types?.max ?? '') }),
      description: error && !meanwhile ? undefined : note,
      autoComplete: 'off',
      spellCheck: false,
    }
  }

  // Registered in the order of the screen: the first wrong field is the first one to the eye.
  const lastName = common('lastName')
  const firstName = common('firstName')
  const birthDate = common(
    'birthDate',
    t(($) => $.record.birthHelp),
  )
  const email = common(
    'email',
    record.sharedEmail > 0 && (
      <span className={styles.sharedNote}>{t(($) => $.record.sharedEmail, { count: record.sharedEmail })}</span>
    ),
  )
  const tidyBirthDate = () => {
    const read = readBirthDate(edit.form.getValues('birthDate'), todayInBelgium(now()))
    if (read.ok) edit.form.setValue('birthDate', showBirthDate(read.value))
  }

  return (
    <div className={styles.fields}>
      <TextInput {...lastName} />
      <TextInput {...firstName} />
      <TextInput
        {...birthDate}
        inputMode="numeric"
        onBlur={(event) => {
          tidyBirthDate()
          void birthDate.onBlur(event)
        }}
      />
      <NativeSelect
        {...common('language')}
        data={candidateLanguages.map((value) => ({ value, label: t(($) => $.languages[value]) }))}
      />
      <TextInput
        className={styles.wide}
        label={t(($) => $.fields.login)}
        value={candidate.login ?? t(($) => (record.status === 'held' ? $.record.loginHeld : $.record.loginLater))}
        description={candidate.login && spaceText(candidate)}
        readOnly
      />
      <TextInput className={styles.wide} {...email} inputMode="email" />
      <CodesAct record={record} edit={edit} />
      <TextInput {...common('phone')} inputMode="tel" />
    </div>
  )
}
