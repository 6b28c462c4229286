import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { contactProblems } from '../../shared/contact.ts'
import { useFormat } from '../i18n/format.ts'
import choice from '../ui/choice.module.css'
import { Detail, PersonName } from '../ui/Detail.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { ContactLog } from './ContactLog.tsx'
import { ContactNote } from './ContactNote.tsx'
import styles from './HelpScreen.module.css'
import { ProblemHelp } from './ProblemHelp.tsx'
import { type Caller, useHelp } from './store.ts'

/** Who calls, and the way through his problem. */
export function CallerPane({ caller }: { caller: Caller }) {
  const { t } = useTranslation('help')
  const format = useFormat()
  const help = useHelp()
  const { problem, error } = useStore(help)
  const name = useId()
  const { candidate } = caller.record
  return (
    <Detail
      title={<PersonName {...candidate} />}
      meta={t(($) => $.who.check, {
        date: candidate.birthDate ? format.day(candidate.birthDate) : t(($) => $.who.unknown),
      })}
    >
      <fieldset className={choice.list}>
        <legend>{t(($) => $.problem.question)}</legend>
        {contactProblems.map((one) => (
          <label key={one} className={choice.row}>
            <input type="radio" name={name} checked={one === problem} onChange={() => help.choose(one)} />
            <span>{t(($) => $.problem[one])}</span>
          </label>
        ))}
      </fieldset>
      {problem && (
        <section className={styles.answer} aria-live="polite">
          <ProblemHelp key={problem} problem={problem} caller={caller} />
          {error && <ErrorNotice error={error} />}
          <ContactNote key={`note ${problem}`} problem={problem} />
        </section>
      )}
      <ContactLog contacts={caller.contacts} />
    </Detail>
  )
}
