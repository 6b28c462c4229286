import { Button } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import styles from './RecordPane.module.css'
import { useCandidates } from './store.ts'
import type { RecordForm } from './useRecordForm.ts'

/**
 * Has codes sent to somebody who lost them, under the address where they go. With something typed in the form, what is
 * typed is saved first: another address and the codes after it are one act.
 */
export function CodesAct({ record: { candidate, changes }, edit }: { record: CandidateRecord; edit: RecordForm }) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const saving = useStore(open, (state) => state.saving)
  const help = useId()
  // Whoever has no login yet is sent his codes with it.
  if (candidate.login === null || edit.typed.email.trim() === '') return null
  const asked = changes.some(({ kind, status }) => kind === 'codes.send' && status === 'pending')
  if (asked && !edit.dirty) return null
  return (
    <div className={styles.codes}>
      <Button
        variant="default"
        leftSection={<IconMailForward size={16} stroke={1.75} aria-hidden />}
        aria-describedby={help}
        aria-busy={saving}
        onClick={() => void edit.saveAndSendCodes()}
      >
        {t(($) => (edit.dirty ? $.codes.saveAndSend : $.codes.send))}
      </Button>
      <p id={help}>{t(($) => (edit.typed.email === edit.base.values.email ? $.codes.help : $.codes.helpNew))}</p>
    </div>
  )
}
