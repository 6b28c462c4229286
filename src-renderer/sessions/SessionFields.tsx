import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type SessionField, sessionModes } from '../../shared/session.ts'
import { useFieldText } from '../i18n/errorText.ts'
import { useTools } from '../tools.ts'
import { DateField } from '../ui/DateField.tsx'
import { readDay } from '../ui/DateFieldText.ts'
import { TimeField } from '../ui/TimeField.tsx'
import { useDayNames } from './days.ts'
import styles from './SessionPane.module.css'
import { Ticks } from './Ticks.tsx'
import { useNames } from './useNames.ts'
import type { SessionForm } from './useSessionForm.ts'

interface SessionFieldsProps {
  readonly edit: SessionForm
  /** People who have a seat already. */
  readonly registered: number
  readonly disabled?: boolean
}

/** The fields of a session, in the order in which one thinks of them. */
export function SessionFields({ edit, registered, disabled = false }: SessionFieldsProps) {
  const { t, i18n } = useTranslation('sessions')
  const centre = useStore(useTools().centre, (state) => state.centre)
  const fieldText = useFieldText()
  const names = useNames()
  const days = useDayNames()
  const { typed, today } = edit
  const language = i18n.language === 'nl' ? 'nl' : 'fr'

  const errorText = (field: SessionField) => {
    const error = edit.errorOf(field)
    return error && fieldText(error.code, error.params)
  }
  const common = (field: SessionField) => ({
    name: field,
    label: t(($) => $.fields[field]),
    error: errorText(field),
    disabled,
    onBlur: () => edit.leave(field),
  })
  const text = (field: 'room' | 'seats' | 'note') => ({
    ...common(field),
    value: typed[field],
    onChange: (event: { currentTarget: { value: string } }) => edit.set({ [field]: event.currentTarget.value }),
    autoComplete: 'off',
    spellCheck: false,
  })

  const locations = centre?.locations ?? []
  const day = readDay(typed.date, today)
  const seats = Number(typed.seats)
  const supervisors = centre?.staff.filter(({ roles }) => roles.some((role) => role !== 'administrator')) ?? []
  // Somebody who left, or an exam that is no longer given, stays readable on the sessions that have it.
  const also = (known: readonly string[], chosen: readonly string[], name: (id: string) => string) =>
    chosen.filter((id) => !known.includes(id)).map((id) => ({ value: id, label: name(id) }))

  return (
    <div className={styles.fields}>
      <DateField
        {...common('date')}
        className={styles.half}
        required
        value={typed.date}
        today={today}
        onChange={(date) => edit.set({ date })}
        description={
          errorText('date') ? undefined : day.ok && day.value !== null ? days.long(day.value) : t(($) => $.help.date)
        }
      />
      <TimeField
        {...common('startTime')}
        required
        value={typed.startTime}
        onChange={(startTime) => edit.set({ startTime })}
        description={errorText('startTime') ? undefined : t(($) => $.help.time)}
      />
      <TimeField {...common('endTime')} required value={typed.endTime} onChange={(endTime) => edit.set({ endTime })} />
      <NativeSelect
        {...common('locationId')}
        className={styles.half}
        required
        value={typed.locationId}
        data={[
          ...(typed.locationId === '' ? [{ value: '', label: t(($) => $.choose) }] : []),
          ...locations.map(({ id, name }) => ({ value: id, label: name })),
          ...(typed.locationId === ''
            ? []
            : also(
                locations.map(({ id }) => id),
                [typed.locationId],
                names.location,
              )),
        ]}
        onChange={(event) => {
          const locationId = event.currentTarget.value
          const pcs = locations.find(({ id }) => id === locationId)?.pcs
          edit.set({ locationId, ...(pcs !== undefined && { seats: String(pcs) }) })
        }}
      />
      <TextInput {...text('room')} className={styles.half} />
      <NativeSelect
        {...common('mode')}
        className={styles.half}
        value={typed.mode}
        data={sessionModes.map((value) => ({ value, label: t(($) => $.modes[value]) }))}
        onChange={(event) => edit.set({ mode: event.currentTarget.value })}
      />
      <TextInput
        {...text('seats')}
        className={styles.half}
        required
        inputMode="numeric"
        description={
          errorText('seats')
            ? undefined
            : registered > seats && typed.seats !== ''
              ? t(($) => $.help.tooFewSeats, { count: registered })
              : t(($) => $.help.seats)
        }
      />
      <div className={styles.wide}>
        <Ticks
          name="exams"
          required
          label={t(($) => $.fields.exams)}
          options={[
            ...(centre?.exams ?? []).map(({ code, short, title }) => ({
              value: code,
              label: short[language],
              title: title[language],
            })),
            ...also(
              (centre?.exams ?? []).map(({ code }) => code),
              typed.exams,
              names.exam,
            ),
          ]}
          value={typed.exams}
          onChange={(exams) => edit.set({ exams })}
          onLeave={() => edit.leave('exams')}
          error={errorText('exams')}
          disabled={disabled}
        />
      </div>
      <div className={styles.wide}>
        <Ticks
          name="controllers"
          label={t(($) => $.fields.controllers)}
          options={[
            ...supervisors.map(({ id, name }) => ({ value: id, label: name })),
            ...also(
              supervisors.map(({ id }) => id),
              typed.controllers,
              names.staff,
            ),
          ]}
          value={typed.controllers}
          onChange={(controllers) => edit.set({ controllers })}
          error={errorText('controllers')}
          description={typed.controllers.length === 0 ? t(($) => $.help.controllers) : undefined}
          disabled={disabled}
        />
      </div>
      <TextInput {...text('note')} className={styles.wide} />
    </div>
  )
}
