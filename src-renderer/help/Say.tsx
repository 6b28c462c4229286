import { IconMessage2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { documentLanguageOf } from '../../shared/centre.ts'
import type { Candidate } from '../../shared/candidate.ts'
import styles from './HelpScreen.module.css'

/** The texts in the language of whoever calls. */
export function useHisWords({ language }: Pick<Candidate, 'language'>) {
  const { i18n } = useTranslation('help')
  const his = documentLanguageOf(language)
  return { his, t: i18n.getFixedT(his, 'help') }
}

/** The sentence to say to him, in his language. */
export function Say({ to, children }: { to: Pick<Candidate, 'language'>; children: ReactNode }) {
  const { t } = useTranslation('help')
  const { his } = useHisWords(to)
  return (
    <div className={styles.say}>
      <IconMessage2 size={18} stroke={1.75} aria-hidden />
      <p>
        <span className={styles.label}>{t(($) => $.say[his])}</span>
        <q lang={his} data-selectable>
          {children}
        </q>
      </p>
    </div>
  )
}
