import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { EmployerListState, ListRegistration } from '../../shared/calls/employerList.ts'
import type { SessionRow } from '../../shared/calls/session.ts'
import { readComingSessions } from '../sessions/comingSessions.ts'
import { useSessionOption } from '../sessions/useSessionOption.ts'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { RegistrationFields } from './RegistrationFields.tsx'
import styles from './SessionStep.module.css'
import { NextButton, Step } from './Step.tsx'
import { useEmployerList } from './store.ts'

/** What a registration begins with in a session: its one exam, or none where there are several. */
const registrationIn = ({ session }: SessionRow): ListRegistration => ({
  sessionId: session.id,
  exams: session.exams.length === 1 ? session.exams : [],
  language: 'fr',
  overrideReason: null,
})

/** Whether the people of the list are registered for a session, and for which exams. */
export function SessionStep({ list }: { list: EmployerListState }) {
  const { t } = useTranslation('employerList')
  const { desk, now } = useTools()
  const store = useEmployerList()
  const { busy, error, wantedSession } = useStore(store)
  const [coming] = useState(() => readComingSessions(desk, now()))
  const { sessions, error: notRead } = useStore(coming)
  const option = useSessionOption()
  const [chosen, setChosen] = useState<ListRegistration | null | undefined>(list.registration ?? undefined)

  const wanted = sessions?.find(({ session }) => session.id === wantedSession)
  // Until somebody chooses, the session that the list was begun for.
  const registration = chosen === undefined ? (wanted ? registrationIn(wanted) : null) : chosen
  const row = sessions?.find(({ session }) => session.id === registration?.sessionId)
  const ready = registration === null || registration.exams.length > 0

  const choose = (id: string) => {
    const found = sessions?.find(({ session }) => session.id === id)
    setChosen(found ? registrationIn(found) : null)
  }

  return (
    <Step
      title={t(($) => $.session.title)}
      help={t(($) => $.session.help)}
      foot={
        <>
          <Button variant="default" onClick={() => store.show('check')}>
            {t(($) => $.session.back)}
          </Button>
          <NextButton
            label={t(($) => $.session.next)}
            busy={busy}
            ready={ready}
            onNext={() => void store.register(registration && { ...registration, exams: [...registration.exams] })}
          />
        </>
      }
    >
      <div className={styles.form}>
        {(error ?? notRead) && <ErrorNotice error={(error ?? notRead) as NonNullable<typeof error>} />}
        <NativeSelect
          label={t(($) => $.session.label)}
          value={registration?.sessionId ?? ''}
          data={[{ value: '', label: t(($) => $.session.none) }, ...(sessions ?? []).map(option)]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {registration && row && (
          <RegistrationFields list={list} row={row} registration={registration} onChange={setChosen} />
        )}
      </div>
    </Step>
  )
}
