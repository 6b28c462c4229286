import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Pane.module.css'

interface PaneProps {
  readonly label: string | undefined
  /** The way back to the list, where that stands instead of it; null while nothing is open. */
  readonly onBack: (() => void) | null
  /** On a low screen head and foot scroll with the rest. */
  readonly flowing?: boolean
  readonly children: ReactNode
}

/** The place beside a list for what is chosen in it. */
export function Pane({ label, onBack, flowing = false, children }: PaneProps) {
  const { t } = useTranslation('common')
  return (
    <section className={styles.pane} data-flowing={flowing} aria-label={label}>
      {onBack && (
        <Button
          className={styles.back}
          variant="subtle"
          leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
          onClick={onBack}
        >
          {t(($) => $.back)}
        </Button>
      )}
      {children}
    </section>
  )
}
