import { useTranslation } from 'react-i18next'
import type { ComparedCandidate } from '../../shared/calls/duplicate.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { ReadyText } from '../ui/ReadyText.tsx'
import styles from './MergeLetter.module.css'
import { useWords } from './useWords.ts'

/** The ready text that asks Certassur to make one record of two, to be copied into a mail. */
export function MergeLetter({ pair }: { pair: readonly ComparedCandidate[] }) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const { centre } = useCentreNames()
  return (
    <section className={styles.ready} aria-labelledby="merge-letter">
      <h3 className={styles.title} id="merge-letter">
        {t(($) => $.letter.title)}
      </h3>
      <p className={styles.help}>{t(($) => $.letter.help)}</p>
      <ReadyText texts={t(($) => $.letter, { returnObjects: true })} asked>
        <p>{t(($) => $.letter.greeting)}</p>
        <p>{t(($) => $.letter.body)}</p>
        {pair.map((candidate, at) => (
          <p key={candidate.id}>
            {t(($) => $.letter.record, { number: at + 1, name: `${candidate.lastName} ${candidate.firstName}` })}
            <br />
            {t(($) => $.letter.born, { date: words.born(candidate) })}
            <br />
            {t(($) => $.letter.login, { login: words.login(candidate) })}
          </p>
        ))}
        <p>{t(($) => $.letter.centre, { centre })}</p>
        <p>{t(($) => $.letter.closing)}</p>
      </ReadyText>
    </section>
  )
}
