import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SessionRecord } from '../../shared/calls/session.ts'
import { SavedLine } from '../ui/SavedLine.tsx'
import { SaveFoot } from '../ui/SaveFoot.tsx'
import { useSessions } from './store.ts'
import type { SessionForm } from './useSessionForm.ts'

/** How far the last change of the session is, and the one primary act of its fields. */
export function SessionFoot({ record, edit }: { record: SessionRecord; edit: SessionForm }) {
  const { t } = useTranslation('sessions')
  const { open } = useSessions()
  const saving = useStore(open, (state) => state.saving)
  return (
    <SaveFoot
      saved={
        <SavedLine
          change={edit.dirty ? undefined : lastChange(record)}
          waiting={t(($) => $.savedLine.waiting)}
          registered={(at) => t(($) => $.savedLine.registered, at)}
        />
      }
      giveUp={edit.dirty ? { label: t(($) => $.revert), act: edit.revert } : null}
      save={t(($) => $.save)}
      idle={!edit.dirty}
      saving={saving}
    />
  )
}

const lastChange = ({ changes }: SessionRecord) =>
  changes
    .filter(({ kind, status }) => kind.startsWith('session.') && (status === 'pending' || status === 'accepted'))
    .toSorted((a, b) => b.actedAt.localeCompare(a.actedAt))[0]
