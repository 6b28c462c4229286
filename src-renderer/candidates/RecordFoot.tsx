import { Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import { useTools } from '../tools.ts'
import { SavedLine } from '../ui/SavedLine.tsx'
import { SaveFoot } from '../ui/SaveFoot.tsx'
import { onTheWay } from './steps.ts'
import { useCandidates } from './store.ts'
import type { RecordForm } from './useRecordForm.ts'

/** How far the last edit is, and the one primary act of the screen. */
export function RecordFoot({ record, edit }: { record: CandidateRecord; edit: RecordForm }) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const { going } = useTools()
  const saving = useStore(open, (state) => state.saving)
  return (
    <SaveFoot
      act={
        going.has('sessions') && (
          <Button
            variant="default"
            leftSection={<IconCalendarPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => void going.go({ screen: 'sessions', candidateId: record.candidate.id })}
          >
            {t(($) => $.record.register)}
          </Button>
        )
      }
      saved={
        <SavedLine
          change={edit.dirty ? undefined : onTheWay(record.changes)[0]}
          waiting={t(($) => $.steps.lineWaiting)}
          registered={(at) => t(($) => $.steps.lineRegistered, at)}
        />
      }
      giveUp={edit.dirty ? { label: t(($) => $.record.revert), act: edit.revert } : null}
      save={t(($) => $.record.save)}
      idle={!edit.dirty}
      saving={saving}
    />
  )
}
