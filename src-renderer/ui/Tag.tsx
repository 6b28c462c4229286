import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './Tag.module.css'

export type Tone = 'ok' | 'warn' | 'bad' | 'hold' | 'neutral'

/** A state in one icon and one word: the colour only repeats what they say. */
export function Tag({ tone, icon: Symbol, children }: { tone: Tone; icon: Icon; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      <Symbol size={14} stroke={2} aria-hidden />
      <span className={styles.word}>{children}</span>
    </span>
  )
}
