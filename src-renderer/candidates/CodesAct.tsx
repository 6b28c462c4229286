import { Button } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import styles from './RecordPane.module.css'
import { toTell } from './steps.ts'
import { useCandidates } from './store.ts'
import type { RecordForm } from './useRecordForm.ts'

/**
 * Has codes sent to somebody who lost them, under the address where they go, and says there what to tell him. With something
 * typed in the form, what is typed is saved first: another address and the codes after it are one act.
 */
export function CodesAct({ record, edit }: { record: CandidateRecord; edit: RecordForm }) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const saving = useStore(open, (state) => state.saving)
  const said = useId()
  // Whoever has no login yet is sent his codes with it.
  if (record.candidate.login === null || edit.typed.email.trim() === '') return null
  const asked = !edit.dirty && record.changes.some(({ kind, status }) => kind === 'codes.send' && status === 'pending')
  const tell = edit.dirty ? null : toTell(record)
  const isAnother = edit.typed.email !== edit.base.values.email
  return (
    <div className={styles.codes}>
      <Button
        variant="default"
        leftSection={<IconMailForward size={16} stroke={1.75} aria-hidden />}
        // Neither `disabled` nor gone: the button would lose the focus in the moment in which it is pressed.
        data-disabled={asked || undefined}
        aria-disabled={asked}
        aria-busy={saving}
        aria-describedby={said}
        onClick={() => !asked && void edit.saveAndSendCodes()}
      >
        {t(($) => (edit.dirty ? $.codes.saveAndSend : $.codes.send))}
      </Button>
      <p id={said} data-tell={tell ?? undefined}>
        {tell ? t(($) => $.codes.tell[tell]) : t(($) => (isAnother ? $.codes.helpNew : $.codes.help))}
      </p>
    </div>
  )
}
