import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './SaveFoot.module.css'

interface SaveFootProps {
  /** Another act, at the start; how far the last change is then stands on a line of its own. */
  readonly act?: ReactNode
  /** How far the last change is. */
  readonly saved?: ReactNode
  /** The way out without saving; null where there is nothing to give up. */
  readonly giveUp: { readonly label: string; readonly act: () => void } | null
  readonly save: string
  /** There is nothing to save. */
  readonly idle?: boolean
  readonly saving: boolean
}

/** The foot of a form: how far the last change is, and the one primary act. */
export function SaveFoot({ act, saved, giveUp, save, idle = false, saving }: SaveFootProps) {
  return (
    <footer className={styles.foot} data-stacked={act !== undefined}>
      {act}
      {saved}
      <div className={styles.acts}>
        {giveUp && (
          <Button variant="default" onClick={giveUp.act}>
            {giveUp.label}
          </Button>
        )}
        <Button
          type="submit"
          className={styles.save}
          // Neither `disabled` nor `loading`: the button would lose the focus in the moment in which it saves.
          data-disabled={idle || undefined}
          aria-disabled={idle}
          aria-busy={saving}
          rightSection={<kbd aria-hidden>Ctrl S</kbd>}
        >
          {save}
        </Button>
      </div>
    </footer>
  )
}
