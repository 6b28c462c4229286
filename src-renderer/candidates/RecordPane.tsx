import { Button } from '@mantine/core'
import { IconArrowLeft, IconUser } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import { useTools } from '../tools.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { useWork } from '../ui/leaving.ts'
import { useShortcut } from '../ui/useShortcut.ts'
import { Attention } from './Attention.tsx'
import { ChangeSteps } from './ChangeSteps.tsx'
import { RecordFields } from './RecordFields.tsx'
import { RecordFoot } from './RecordFoot.tsx'
import { RecordHead } from './RecordHead.tsx'
import styles from './RecordPane.module.css'
import { useCandidates } from './store.ts'
import { useRecordForm } from './useRecordForm.ts'

interface RecordPaneProps {
  /** The person whose form is to take the focus. */
  readonly wanted: string | null
  readonly onFocused: () => void
  readonly onBack: () => void
}

/** One person's record beside the list. */
export function RecordPane({ wanted, onFocused, onBack }: RecordPaneProps) {
  const { t } = useTranslation('candidates')
  const { open } = useCandidates()
  const { leaving } = useTools()
  const { id, record, readError } = useStore(open)
  const back = async () => {
    if (await leaving.leave()) onBack()
  }
  return (
    <section className={styles.pane} aria-label={record ? undefined : t(($) => $.empty.closed)}>
      {id !== null && (
        <Button
          className={styles.back}
          variant="subtle"
          leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
          onClick={() => void back()}
        >
          {t(($) => $.record.back)}
        </Button>
      )}
      {id === null && (
        <EmptyState icon={IconUser} title={t(($) => $.empty.closed)} help={t(($) => $.empty.closedHelp)} />
      )}
      {readError && (
        <div className={styles.notices}>
          <ErrorNotice error={readError} />
        </div>
      )}
      {id !== null && !record && !readError && <p className={styles.loading}>{t(($) => $.record.loading)}</p>}
      {record && (
        <OpenedRecord key={record.candidate.id} record={record} wanted={wanted} onFocused={onFocused} onBack={onBack} />
      )}
    </section>
  )
}

function OpenedRecord({ record, wanted, onFocused, onBack }: RecordPaneProps & { readonly record: CandidateRecord }) {
  const { open } = useCandidates()
  const { leaving } = useTools()
  const saveError = useStore(open, (state) => state.saveError)
  const edit = useRecordForm(record, open)
  const { lastName, firstName } = record.candidate

  useWork(leaving, {
    name: `${lastName.toLocaleUpperCase('fr')} ${firstName}`,
    pending: () => edit.dirty,
    save: edit.save,
  })
  useShortcut('Ctrl+S', () => void edit.save())
  useEffect(() => {
    if (wanted !== record.candidate.id) return
    edit.form.setFocus('lastName', { shouldSelect: true })
    onFocused()
  })

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
      className={styles.record}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void edit.save()
      }}
    >
      <div className={styles.scroll}>
        <RecordHead record={record} />
        <Attention record={record} edit={edit} />
        <RecordFields record={record} edit={edit} />
        <ChangeSteps changes={record.changes} />
      </div>
      {saveError && (
        <div className={styles.failure}>
          <ErrorNotice error={saveError} />
        </div>
      )}
      <RecordFoot changes={record.changes} edit={edit} />
    </form>
  )
}
