import { useTranslation } from 'react-i18next'
import type { ComparedCandidate } from '../../shared/calls/duplicate.ts'
import styles from './Person.module.css'
import { useWords } from './useWords.ts'

/** Somebody in one line: name, birth date, login. */
export function Person({ candidate }: { candidate: ComparedCandidate }) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const login = candidate.login === null ? words.login(candidate) : t(($) => $.loginOf, { login: candidate.login })
  return (
    <>
      <span className={styles.name}>{words.name(candidate)}</span> · {words.born(candidate)} · {login}
    </>
  )
}
