import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { readComingSessions } from '../sessions/comingSessions.ts'
import { Ticks } from '../sessions/Ticks.tsx'
import { useExamOptions } from '../sessions/useExamOptions.ts'
import { useSessionOption } from '../sessions/useSessionOption.ts'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { AskForm } from './AskForm.tsx'
import type { StrangerMatch } from './matches.ts'
import { useCreation } from './useCreation.ts'

interface PlaceHereProps {
  readonly match: StrangerMatch
  readonly onAsked: () => void
  readonly onCancel: () => void
}

/** His record becomes one of this centre's by a registration: for which of its sessions, and which exams. */
export function PlaceHere({ match, onAsked, onCancel }: PlaceHereProps) {
  const { t } = useTranslation('creation')
  const { t: sessionsText } = useTranslation('sessions')
  const { desk, now } = useTools()
  const { creation } = useCreation()
  const option = useSessionOption()
  const [coming] = useState(() => readComingSessions(desk, now()))
  const { sessions, error } = useStore(coming)
  const [sessionId, setSessionId] = useState('')
  const [ticked, setTicked] = useState<readonly string[]>([])
  const row = sessions?.find(({ session }) => session.id === sessionId)
  const offered = row?.session.exams ?? []
  const exams = offered.length === 1 ? offered : ticked.filter((exam) => offered.includes(exam))
  const options = useExamOptions(offered)
  const ask = async () => {
    if (await creation.askFor(match, { kind: 'register', place: { sessionId, exams } })) onAsked()
  }
  return (
    <AskForm
      title={t(($) => $.elsewhere.place)}
      help={sessions?.length === 0 ? t(($) => $.elsewhere.noSession) : t(($) => $.elsewhere.placeHelp)}
      ready={row !== undefined && exams.length > 0}
      onAsk={() => void ask()}
      onCancel={onCancel}
    >
      {error && <ErrorNotice error={error} />}
      <NativeSelect
        label={t(($) => $.elsewhere.session)}
        value={sessionId}
        data={[
          { value: '', label: t(($) => $.fields.chooseLanguage) },
          ...(sessions ?? []).map((one) => ({
            ...option(one),
            // A manager gives a place too many once the record is here.
            disabled: one.counts.registered >= one.session.seats,
          })),
        ]}
        onChange={(event) => setSessionId(event.currentTarget.value)}
      />
      {row && (
        <Ticks
          name="placeExams"
          label={sessionsText(($) => $.fields.exams)}
          options={options}
          value={exams}
          onChange={setTicked}
          description={exams.length === 0 ? sessionsText(($) => $.register.chooseExam) : undefined}
        />
      )}
    </AskForm>
  )
}
