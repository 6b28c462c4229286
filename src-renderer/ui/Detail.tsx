import type { ReactNode } from 'react'
import styles from './Detail.module.css'
import pane from './Pane.module.css'

interface DetailProps {
  readonly title: ReactNode
  /** Beside the title: the state. */
  readonly tag?: ReactNode
  readonly meta?: ReactNode
  readonly children: ReactNode
  /** What can be done with it. */
  readonly acts?: ReactNode
}

/** What is chosen in a list, read only: title and state, what there is to know, and the acts at the foot. */
export function Detail({ title, tag, meta, children, acts }: DetailProps) {
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a stop here no key scrolls the text */}
      <div className={styles.scroll} tabIndex={0}>
        <header className={styles.head}>
          <div className={pane.headLine}>
            <h2 className={styles.title}>{title}</h2>
            {tag}
          </div>
          {meta && <p className={styles.meta}>{meta}</p>}
        </header>
        <div className={styles.body}>{children}</div>
      </div>
      {acts && <footer className={styles.foot}>{acts}</footer>}
    </>
  )
}

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Labels and values in two columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-selectable>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One block of a detail under its own small title. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.partTitle}>{title}</h3>
      {children}
    </section>
  )
}

/** A person's name as an administration writes it; the capitals are style, never data. */
export function PersonName({ lastName, firstName }: { lastName: string; firstName: string }) {
  return (
    <>
      <b className={styles.lastName}>{lastName}</b> {firstName}
    </>
  )
}
