import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface EmptyStateProps {
  readonly icon: Icon
  readonly title: string
  readonly help: string
  readonly children?: ReactNode
}

/** What stands where nothing is to be shown: why, and what to do about it. */
export function EmptyState({ icon: Symbol, title, help, children }: EmptyStateProps) {
  return (
    <div className={styles.empty} role="status">
      <Symbol size={28} stroke={1.5} aria-hidden />
      <p className={styles.title}>{title}</p>
      <p className={styles.help}>{help}</p>
      {children}
    </div>
  )
}
