import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SessionRecord } from '../../shared/calls/session.ts'
import { documentLanguages } from '../../shared/centre.ts'
import { useFieldText } from '../i18n/errorText.ts'
import { useFormat } from '../i18n/format.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './People.module.css'
import { canConfirm, type Choice, pcOf } from './registerStore.ts'
import { useSessions } from './store.ts'
import { Ticks } from './Ticks.tsx'
import { useExamOptions } from './useExamOptions.ts'
import { Warnings } from './Warnings.tsx'

/** The person chosen, what the registration will say, what stands against it, and the one act. */
export function RegisterForm({ choice, record }: { choice: Choice; record: SessionRecord }) {
  const { t } = useTranslation('sessions')
  const { t: common } = useTranslation('common')
  const fieldText = useFieldText()
  const format = useFormat()
  const { register, choosing, stopRegistering } = useSessions()
  const { warnings, saving, error } = useStore(register)
  const options = useExamOptions(record.session.exams)
  const place = useRef<HTMLFormElement>(null)
  const { candidate, exams, language, pc, reason } = choice
  const ready = canConfirm({ choice, warnings })

  // What is still to be decided takes the keyboard: the exam when there are several, or else the act.
  // Whoever still goes through the list of sessions keeps it there.
  const entering = useStore(choosing, (state) => state.entering)
  const focusFirst = useEffectEvent(() => {
    if (!entering && document.activeElement?.closest('[role="grid"]')) return
    const first = exams.length === 0 ? 'input[type="checkbox"]' : '[data-confirm]'
    place.current?.querySelector<HTMLElement>(first)?.focus()
  })
  useEffect(() => focusFirst(), [entering])

  return (
    <form
      ref={place}
      className={styles.choice}
      aria-label={t(($) => $.register.label)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void register.confirm()
      }}
    >
      <p className={styles.editName}>
        <b>{candidate.lastName}</b> {candidate.firstName}
        <small>
          {[candidate.birthDate && format.day(candidate.birthDate), candidate.login, candidate.email]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </p>
      <div className={styles.form}>
        <TextInput
          className={styles.pc}
          label={t(($) => $.people.columns.pc)}
          value={pc}
          inputMode="numeric"
          error={pcOf(pc) === undefined && fieldText('field.invalid')}
          onChange={(event) => register.set({ pc: event.currentTarget.value })}
          autoComplete="off"
        />
        <NativeSelect
          className={styles.language}
          label={t(($) => $.people.examLanguage)}
          value={language}
          data={documentLanguages.map((value) => ({ value, label: t(($) => $.languages[value]) }))}
          onChange={(event) => {
            const wanted = documentLanguages.find((one) => one === event.currentTarget.value)
            if (wanted) register.set({ language: wanted })
          }}
        />
        <Ticks
          name="registrationExams"
          label={t(($) => $.fields.exams)}
          options={options}
          value={exams}
          onChange={(chosen) => register.set({ exams: chosen })}
          description={exams.length === 0 ? t(($) => $.register.chooseExam) : undefined}
        />
      </div>
      <Warnings warnings={warnings ?? []} />
      {warnings?.some((warning) => warning.kind === 'full' && warning.mayOverride) && (
        <TextInput
          className={styles.reason}
          label={t(($) => $.warnings.overrideLabel)}
          description={t(($) => $.warnings.overrideHelp)}
          required
          value={reason}
          maxLength={300}
          onChange={(event) => register.set({ reason: event.currentTarget.value })}
          autoComplete="off"
        />
      )}
      {error && (
        <div className={styles.error}>
          <ErrorNotice error={error} />
        </div>
      )}
      <div className={styles.formActs}>
        <Button
          type="submit"
          data-confirm
          data-disabled={!ready || undefined}
          aria-disabled={!ready}
          aria-busy={saving || warnings === null}
        >
          {warnings !== null && warnings.length > 0 && ready
            ? t(($) => $.register.confirmAnyway)
            : t(($) => $.register.confirm)}
        </Button>
        <Button variant="default" onClick={stopRegistering}>
          {common(($) => $.cancel)}
        </Button>
      </div>
    </form>
  )
}
