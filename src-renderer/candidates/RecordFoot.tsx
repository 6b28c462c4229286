import { Button } from '@mantine/core'
import { IconCheck, IconClockUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SentChange } from '../../shared/calls/sync.ts'
import { useFormat } from '../i18n/format.ts'
import { onTheWay } from './ChangeSteps.tsx'
import styles from './RecordPane.module.css'
import { useCandidates } from './store.ts'
import type { RecordForm } from './useRecordForm.ts'

/** How far the last edit is, and the one primary act of the screen. */
export function RecordFoot({ changes, edit }: { changes: readonly SentChange[]; edit: RecordForm }) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const saving = useStore(open, (state) => state.saving)
  return (
    <footer className={styles.foot}>
      <SavedLine change={edit.dirty ? undefined : onTheWay(changes)[0]} />
      <div className={styles.acts}>
        {edit.dirty && (
          <Button variant="default" onClick={edit.revert}>
            {t(($) => $.record.revert)}
          </Button>
        )}
        <Button
          type="submit"
          className={styles.save}
          // Neither `disabled` nor `loading`: the button would lose the focus in the moment in which it saves.
          data-disabled={!edit.dirty || undefined}
          aria-disabled={!edit.dirty}
          aria-busy={saving}
          rightSection={<kbd aria-hidden>Ctrl S</kbd>}
        >
          {t(($) => $.record.save)}
        </Button>
      </div>
    </footer>
  )
}

function SavedLine({ change }: { change: SentChange | undefined }) {
  const { t } = useTranslation('candidates')
  const format = useFormat()
  const registered = change?.verdict?.at
  const Symbol = registered ? IconCheck : IconClockUp
  return (
    <p className={styles.saved} role="status" data-status={change?.status}>
      {change && <Symbol size={16} stroke={1.9} aria-hidden />}
      {change &&
        (registered
          ? t(($) => $.steps.lineRegistered, { date: format.date(registered), time: format.time(registered) })
          : t(($) => $.steps.lineWaiting))}
    </p>
  )
}
