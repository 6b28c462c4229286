import { IconUser } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import { useTools } from '../tools.ts'
import { CompareDialog } from '../duplicates/CompareDialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { useWork } from '../ui/leaving.ts'
import pane from '../ui/Pane.module.css'
import { Pane } from '../ui/Pane.tsx'
import { RestoredNotice } from '../ui/RestoredNotice.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import { Attention } from './Attention.tsx'
import { ChangeSteps } from './ChangeSteps.tsx'
import { DocumentsPanel } from './DocumentsPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { RecordFields } from './RecordFields.tsx'
import { RecordFoot } from './RecordFoot.tsx'
import { RecordHead } from './RecordHead.tsx'
import styles from './RecordPane.module.css'
import { panelId, RecordTabs, tabId } from './RecordTabs.tsx'
import tabStyles from './RecordTabs.module.css'
import { SessionsPanel } from './SessionsPanel.tsx'
import { useCandidates } from './store.ts'
import { useRecordForm } from './useRecordForm.ts'

interface RecordPaneProps {
  /** The person whose form is to take the focus. */
  readonly wanted: string | null
  readonly onFocused: () => void
  /** Another person's form is to open and take the focus. */
  readonly onOther: (id: string) => void
  readonly onBack: () => void
}

/** One person's record beside the list. */
export function RecordPane(props: RecordPaneProps) {
  const { onBack } = props
  const { t } = useTranslation('candidates')
  const { open, drafts } = useCandidates()
  const { leaving } = useTools()
  const { id, openedAs, record, readError } = useStore(open)
  // A form is made once it is known whether something was left in it.
  const draftsRead = useStore(drafts, ({ found }) => found !== null)
  const back = async () => {
    if (await leaving.leave()) onBack()
  }
  return (
    <Pane label={record ? undefined : t(($) => $.empty.closed)} onBack={id === null ? null : () => void back()}>
      {id === null && (
        <EmptyState icon={IconUser} title={t(($) => $.empty.closed)} help={t(($) => $.empty.closedHelp)} />
      )}
      {readError && (
        <div className={styles.notices}>
          <ErrorNotice error={readError} />
        </div>
      )}
      {id !== null && !record && !readError && <p className={pane.loading}>{t(($) => $.record.loading)}</p>}
      {record && draftsRead && <OpenedRecord key={openedAs} record={record} {...props} />}
    </Pane>
  )
}

interface OpenedRecordProps extends RecordPaneProps {
  readonly record: CandidateRecord
}

function OpenedRecord({ record, wanted, onFocused, onOther, onBack }: OpenedRecordProps) {
  const { open, around, similar, asked, drafts } = useCandidates()
  const { leaving } = useTools()
  const saveError = useStore(open, (state) => state.saveError)
  const { error: aroundError, tab } = useStore(around)
  const { comparing, ...compared } = useStore(similar)
  const edit = useRecordForm(record, open, drafts)
  const { lastName, firstName } = record.candidate

  useWork(leaving, {
    name: `${lastName.toLocaleUpperCase('fr')} ${firstName}`,
    pending: () => edit.dirty,
    save: edit.save,
    discard: edit.discard,
  })
  const save = async () => {
    // What is wrong stands under its field.
    if (!(await edit.save())) around.show('record')
  }
  useShortcut('Ctrl+S', () => void save())
  useEffect(() => {
    if (wanted !== record.candidate.id) return
    around.show('record')
    edit.form.setFocus('lastName', { shouldSelect: true })
    onFocused()
  })

  const openOther = async (id: string) => {
    similar.compare(false)
    if (!(await leaving.leave())) return
    onOther(id)
    open.open(id)
  }

  const form = useRef<HTMLFormElement>(null)
  const leave = async () => {
    if (!(await leaving.leave())) return
    edit.revert()
    onBack()
  }
  useShortcut('Escape', () => {
    if (form.current?.contains(document.activeElement)) void leave()
  })

  return (
    <form
      ref={form}
      className={pane.opened}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <RecordHead record={record} />
      <RecordTabs tab={tab} onChoose={around.show} />
      {/* A part with nothing to press in it is reached all the same, to be scrolled by keyboard. */}
      <div
        className={pane.scroll}
        role="tabpanel"
        id={panelId(tab)}
        aria-labelledby={tabId(tab)}
        tabIndex={tab === 'record' ? undefined : 0}
      >
        <div hidden={tab !== 'record'}>
          <RestoredNotice edit={edit} />
          <Attention record={record} edit={edit} />
          <RecordFields record={record} edit={edit} />
          <ChangeSteps record={record} />
        </div>
        {tab !== 'record' && (
          <div className={tabStyles.panel}>
            {aroundError && <ErrorNotice error={aroundError} />}
            {tab === 'sessions' && <SessionsPanel />}
            {tab === 'documents' && <DocumentsPanel />}
            {tab === 'history' && <HistoryPanel />}
          </div>
        )}
      </div>
      {saveError && (
        <div className={styles.failure}>
          <ErrorNotice error={saveError} />
        </div>
      )}
      <RecordFoot record={record} edit={edit} />
      <CompareDialog
        opened={comparing}
        candidate={record.candidate}
        similar={compared.similar}
        asked={asked}
        error={compared.error}
        onClose={() => similar.compare(false)}
        onOpen={(id) => void openOther(id)}
      />
    </form>
  )
}
