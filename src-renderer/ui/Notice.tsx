import type { Icon } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import styles from './Notice.module.css'
import type { Tone } from './Tag.tsx'

interface NoticeProps {
  readonly ref?: Ref<HTMLDivElement>
  readonly tone: Tone
  readonly icon: Icon
  readonly title: ReactNode
  readonly children?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits for it to finish; none for what was there all along. */
  readonly role?: 'alert' | 'status'
}

/** A block that says something above or below a form: title first, then why and what to do. */
export function Notice({ ref, tone, icon: Symbol, title, children, role }: NoticeProps) {
  return (
    <div ref={ref} className={styles.notice} data-tone={tone} role={role}>
      <Symbol size={18} stroke={1.9} aria-hidden />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
    </div>
  )
}

/** What can be done about it, below the text. */
export function NoticeActs({ children }: { children: ReactNode }) {
  return <div className={styles.acts}>{children}</div>
}
