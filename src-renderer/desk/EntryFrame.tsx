import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskState } from '../../shared/calls/desk.ts'
import { Brand } from '../ui/Brand.tsx'
import styles from './EntryFrame.module.css'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import './texts.ts'

interface EntryFrameProps {
  readonly desk: DeskState
  readonly title: string
  readonly intro?: ReactNode
  readonly small: ReactNode
  readonly children: ReactNode
}

/** The frame of the screens before the work: pairing and sign-in. */
export function EntryFrame({ desk, title, intro, small, children }: EntryFrameProps) {
  const { t } = useTranslation('desk')
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Brand />
        <LanguageSwitch language={desk.language} />
      </header>
      <main className={styles.main}>
        <section className={styles.sheet}>
          <h1 className={styles.title}>{title}</h1>
          {intro !== undefined && <p className={styles.intro}>{intro}</p>}
          {children}
          <div className={styles.small}>{small}</div>
        </section>
      </main>
      <footer className={styles.bottom}>{t(($) => $.version, { version: desk.appVersion })}</footer>
    </div>
  )
}
