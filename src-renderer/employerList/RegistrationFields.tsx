import { NativeSelect, TextInput } from '@mantine/core'
import { IconArmchair, IconArmchairOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { EmployerListState, ListRegistration } from '../../shared/calls/employerList.ts'
import type { SessionRow } from '../../shared/calls/session.ts'
import { documentLanguages } from '../../shared/centre.ts'
import { holdsOne, mayOverbook } from '../../shared/rights.ts'
import { Ticks } from '../sessions/Ticks.tsx'
import { useExamOptions } from '../sessions/useExamOptions.ts'
import { useTools } from '../tools.ts'
import { Notice } from '../ui/Notice.tsx'

interface RegistrationFieldsProps {
  readonly list: EmployerListState
  readonly row: SessionRow
  readonly registration: ListRegistration
  readonly onChange: (registration: ListRegistration) => void
}

/** Which exams, in which language, and whether there are seats enough. */
export function RegistrationFields({ list, row, registration, onChange }: RegistrationFieldsProps) {
  const { t } = useTranslation('employerList')
  const { deskStore } = useTools()
  const roles = useStore(deskStore, (state) => state.desk?.operator?.roles) ?? []
  const options = useExamOptions(row.session.exams)
  const free = Math.max(0, row.session.seats - row.counts.registered)
  const needed = list.plan.create + list.plan.take
  const isOver = needed > free
  const seats = t(($) => $.session.seats, { count: free, needed })
  return (
    <>
      <Ticks
        name="listExams"
        label={t(($) => $.session.exams)}
        options={options}
        value={registration.exams}
        onChange={(exams) => onChange({ ...registration, exams })}
        description={registration.exams.length === 0 ? t(($) => $.session.chooseExam) : undefined}
      />
      {list.germanSpeakers > 0 && (
        <NativeSelect
          label={t(($) => $.session.language)}
          value={registration.language}
          data={documentLanguages.map((value) => ({ value, label: t(($) => $.languages[value]) }))}
          onChange={(event) => {
            const language = documentLanguages.find((known) => known === event.currentTarget.value)
            if (language) onChange({ ...registration, language })
          }}
        />
      )}
      <Notice
        tone={isOver ? 'warn' : 'neutral'}
        icon={isOver ? IconArmchairOff : IconArmchair}
        title={isOver ? t(($) => $.session.over) : seats}
        role="status"
      >
        {isOver && (
          <>
            <p>{seats}</p>
            <p>{t(($) => $.session.overHelp)}</p>
          </>
        )}
      </Notice>
      {isOver && holdsOne(roles, mayOverbook) && (
        <TextInput
          label={t(($) => $.session.reason)}
          description={t(($) => $.session.reasonHelp)}
          required
          value={registration.overrideReason ?? ''}
          maxLength={300}
          onChange={(event) => onChange({ ...registration, overrideReason: event.currentTarget.value || null })}
          autoComplete="off"
        />
      )}
    </>
  )
}
