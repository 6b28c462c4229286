import { IconCalendarEvent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import pane from '../ui/Pane.module.css'
import { Pane } from '../ui/Pane.tsx'
import { NewSessionForm } from './NewSessionForm.tsx'
import { OpenedSession } from './OpenedSession.tsx'
import styles from './SessionPane.module.css'
import { useSessions } from './store.ts'

/** One session beside the list: an existing one, a new one, or none. */
export function SessionPane({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('sessions')
  const { open, drafts } = useSessions()
  const { id, record, fresh, readError } = useStore(open)
  // A form is made once it is known whether something was left in it.
  const draftsRead = useStore(drafts, ({ found }) => found !== null)
  const nothing = id === null && fresh === null
  return (
    <Pane label={t(($) => $.pane)} onBack={nothing ? null : onBack} flowing>
      {nothing && (
        <EmptyState icon={IconCalendarEvent} title={t(($) => $.empty.closed)} help={t(($) => $.empty.closedHelp)} />
      )}
      {readError && (
        <div className={styles.notices}>
          <ErrorNotice error={readError} />
        </div>
      )}
      {id !== null && !record && !readError && <p className={pane.loading}>{t(($) => $.loading)}</p>}
      {fresh && draftsRead && <NewSessionForm key={fresh.id} fresh={fresh} onBack={onBack} />}
      {record && draftsRead && <OpenedSession key={record.session.id} record={record} onBack={onBack} />}
    </Pane>
  )
}
