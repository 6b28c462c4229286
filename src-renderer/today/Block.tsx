import { type ReactNode, useId } from 'react'
import styles from './Block.module.css'

interface BlockProps {
  readonly title: string
  readonly count?: string | undefined
  readonly children: ReactNode
}

/** One list of the day under its title. */
export function Block({ title, count, children }: BlockProps) {
  const id = useId()
  return (
    <section className={styles.block} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </h2>
      {children}
    </section>
  )
}
