import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Elsewhere } from '../../shared/calls/checkIn.ts'
import type { CandidateValues } from '../../shared/candidate.ts'
import { documentLanguageOf, documentLanguages } from '../../shared/centre.ts'
import type { CheckIn } from '../../shared/checkIn.ts'
import { useFormat } from '../i18n/format.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { PersonName } from './PersonName.tsx'
import { Question } from './Question.tsx'
import styles from './Question.module.css'
import { ReasonChoice } from './ReasonChoice.tsx'
import { useCheckIn } from './store.ts'
import { useWords } from './useWords.ts'

const identities = ['matches', 'differs', 'notSeen'] as const

/** A number from 1 to 999; null when none is said, undefined when it is no PC. */
function readPc(text: string): number | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  return /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : undefined
}

/** Somebody gets in who is not on the list: what he asks for, and that he is here. */
export function WalkInDialog({ person, newcomer }: { person: Elsewhere; newcomer?: CandidateValues | undefined }) {
  const { t } = useTranslation('checkIn')
  const { t: common } = useTranslation('common')
  const format = useFormat()
  const words = useWords()
  const { door, view, elsewhere, acts } = useCheckIn()
  const { list, failure } = useStore(door)
  const offered = list?.session.exams ?? []
  const [exams, setExams] = useState<readonly string[]>(offered.length === 1 ? offered : [])
  const [language, setLanguage] = useState(documentLanguageOf(person.language))
  const [pc, setPc] = useState('')
  const [identity, setIdentity] = useState<CheckIn['identity']>('matches')
  const [tried, setTried] = useState(false)
  const { registered } = person
  const number = readPc(pc)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!list || exams.length === 0 || number === undefined) return
    const { candidateId } = person
    const values = { sessionId: list.session.id, candidateId, exams, language, pc: number, overrideReason: null }
    if (!(await door.walkIn(values, identity, newcomer ?? null))) return
    acts.ask(null)
    view.goOn(null)
    elsewhere.look('', '')
  }
  const toggle = (exam: string) =>
    setExams(
      exams.includes(exam)
        ? exams.filter((code) => code !== exam)
        : offered.filter((code) => code === exam || exams.includes(code)),
    )

  return (
    <Question title={t(($) => $.walkIn.title)}>
      <p className={styles.who}>
        <PersonName person={person} />
        {person.birthDate && ` · ${t(($) => $.elsewhere.born, { date: format.day(person.birthDate) })}`}
        {registered && (
          <>
            <br />
            {t(($) => $.walkIn.elsewhere, {
              date: format.day(registered.date),
              time: registered.startTime,
              place: registered.location,
            })}
          </>
        )}
      </p>
      <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
        <fieldset className={styles.group}>
          <legend>{t(($) => $.walkIn.exams)}</legend>
          <div className={styles.choices} data-side>
            {offered.map((exam, index) => (
              <label key={exam} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={exams.includes(exam)}
                  onChange={() => toggle(exam)}
                  data-autofocus={index === 0 ? true : undefined}
                />
                <span>{words.exams([exam])}</span>
              </label>
            ))}
          </div>
          {tried && exams.length === 0 && (
            <p className={styles.error} role="alert">
              {t(($) => $.walkIn.choose)}
            </p>
          )}
        </fieldset>
        <div className={styles.pair}>
          <ReasonChoice
            side
            legend={t(($) => $.walkIn.language)}
            options={documentLanguages.map((code) => [code, t(($) => $.walkIn.languages[code])] as const)}
            value={language}
            onChange={setLanguage}
          />
          <TextInput
            label={t(($) => $.walkIn.pc)}
            value={pc}
            onChange={(event) => setPc(event.currentTarget.value)}
            error={tried && number === undefined ? t(($) => $.walkIn.pcWrong) : null}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
          />
        </div>
        <ReasonChoice
          legend={t(($) => $.identity.label)}
          options={identities.map((state) => [state, t(($) => $.identity[state])] as const)}
          value={identity}
          onChange={setIdentity}
        />
        <p className={styles.help}>{t(($) => $.walkIn.help)}</p>
        {failure && <ErrorNotice error={failure.error} />}
        <div className={styles.answers}>
          <Button type="submit">{t(($) => $.walkIn.save)}</Button>
          <Button variant="default" onClick={() => acts.ask(null)}>
            {common(($) => $.cancel)}
          </Button>
        </div>
      </form>
    </Question>
  )
}
