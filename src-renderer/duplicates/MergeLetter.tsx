import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedCandidate } from '../../shared/calls/duplicate.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { useCopy } from '../ui/useCopy.ts'
import styles from './MergeLetter.module.css'
import { useWords } from './useWords.ts'

/** The ready text that asks Certassur to make one record of two, to be copied into a mail. */
export function MergeLetter({ pair }: { pair: readonly ComparedCandidate[] }) {
  const { t } = useTranslation('duplicates')
  const words = useWords()
  const { centre } = useCentreNames()
  const { ref, copied, copy } = useCopy<HTMLDivElement>()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <section className={styles.ready} aria-labelledby="merge-letter">
      <h3 className={styles.title} id="merge-letter">
        {t(($) => $.letter.title)}
      </h3>
      <p className={styles.help}>{t(($) => $.letter.help)}</p>
      <div ref={ref} className={styles.letter} data-selectable>
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
      </div>
      <Button
        ref={button}
        variant="default"
        leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
        onClick={copy}
        aria-live="polite"
      >
        {copied ? t(($) => $.letter.copied) : t(($) => $.letter.copy)}
      </Button>
    </section>
  )
}
