import { IconCheck, IconClockUp } from '@tabler/icons-react'
import type { SentChange } from '../../shared/calls/sync.ts'
import { useFormat } from '../i18n/format.ts'
import styles from './SaveFoot.module.css'

interface SavedLineProps {
  readonly change: Pick<SentChange, 'status' | 'verdict'> | undefined
  readonly waiting: string
  readonly registered: (at: { readonly date: string; readonly time: string }) => string
}

/** How far the last change of what is open is; empty while there is nothing to say. */
export function SavedLine({ change, waiting, registered }: SavedLineProps) {
  const format = useFormat()
  const at = change?.verdict?.at
  const Symbol = at ? IconCheck : IconClockUp
  return (
    <p className={styles.saved} role="status" data-status={change?.status}>
      {change && (
        <>
          <Symbol size={16} stroke={1.9} aria-hidden />
          {at ? registered({ date: format.date(at), time: format.time(at) }) : waiting}
        </>
      )}
    </p>
  )
}
