import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SessionRecord } from '../../shared/calls/session.ts'
import { inBelgium } from '../../shared/time.ts'
import { AdviceStrip } from '../advice/AdviceStrip.tsx'
import { DocumentPreview } from '../documents/DocumentPreview.tsx'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { useWork } from '../ui/leaving.ts'
import pane from '../ui/Pane.module.css'
import { RestoredNotice } from '../ui/RestoredNotice.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import { Attention } from './Attention.tsx'
import { useDayNames } from './days.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { SessionFields } from './SessionFields.tsx'
import { SessionFoot } from './SessionFoot.tsx'
import { SessionHead } from './SessionHead.tsx'
import styles from './SessionPane.module.css'
import { isOver, mayInvite } from './status.ts'
import { useSessions } from './store.ts'
import { useSessionForm } from './useSessionForm.ts'

interface OpenedSessionProps {
  readonly record: SessionRecord
  readonly onBack: () => void
}

/** One session: who is registered, and what it is. */
export function OpenedSession({ record, onBack }: OpenedSessionProps) {
  const { t } = useTranslation('sessions')
  const { leaving, now } = useTools()
  const { open, register, stopRegistering } = useSessions()
  const { saveError } = useStore(open)
  const edit = useSessionForm(record)
  const days = useDayNames()
  // What was left behind is to be seen, unless somebody is on his way into the session.
  const [tab, setTab] = useState<string | null>(
    edit.restoredAt === null || register.getState().choice ? 'people' : 'fields',
  )
  const [printing, setPrinting] = useState<'signList' | 'invitations' | null>(null)
  const { session, counts } = record
  const over = isOver(record)

  useWork(leaving, {
    name: t(($) => $.ofDay, { day: days.long(session.date), time: session.startTime }),
    pending: () => edit.dirty,
    save: edit.save,
    discard: edit.discard,
  })
  const save = async () => {
    if (!(await edit.save())) setTab('fields')
  }
  const print = () => setPrinting('signList')
  useShortcut('Ctrl+S', () => void save())
  useShortcut('Ctrl+P', print)
  useShortcut('Escape', () => {
    if (register.getState().choice) stopRegistering()
    else if (edit.form.current?.contains(document.activeElement)) onBack()
  })
  const inFields = { ...edit, take: taking(edit.take, () => setTab('fields')) }

  return (
    <div className={pane.opened}>
      <SessionHead record={record} onPrint={print} onInvite={() => setPrinting('invitations')} />
      {mayInvite(record, inBelgium(now()).date) && counts.registered > 0 && (
        <AdviceStrip key={session.id} sessionId={session.id} />
      )}
      <Attention record={record} edit={inFields} />
      <Tabs
        value={tab}
        onChange={setTab}
        keepMounted
        classNames={{ root: styles.tabs, list: styles.tabList, tab: styles.tab, panel: styles.panel }}
      >
        <Tabs.List>
          <Tabs.Tab value="people">{t(($) => $.tabs.people, { count: counts.registered })}</Tabs.Tab>
          <Tabs.Tab value="fields">{t(($) => (edit.dirty ? $.tabs.fieldsChanged : $.tabs.fields))}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <PeoplePanel record={record} />
        </Tabs.Panel>
        <Tabs.Panel value="fields">
          <form
            ref={edit.form}
            className={pane.opened}
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void save()
            }}
          >
            <div className={pane.scroll}>
              {over && <p className={styles.over}>{t(($) => (session.closedAt ? $.help.closed : $.help.cancelled))}</p>}
              <RestoredNotice edit={edit} />
              <SessionFields edit={edit} registered={counts.registered} disabled={over} />
              {saveError && (
                <div className={styles.failure}>
                  <ErrorNotice error={saveError} />
                </div>
              )}
            </div>
            <SessionFoot record={record} edit={edit} />
          </form>
        </Tabs.Panel>
      </Tabs>
      <MoveDialog record={record} />
      {printing && <DocumentPreview source={{ kind: printing, id: session.id }} onClose={() => setPrinting(null)} />}
    </div>
  )
}

/** Values taken up again stand in fields that are to be seen. */
const taking =
  <A extends readonly unknown[]>(take: (...args: A) => void, show: () => void) =>
  (...args: A): void => {
    show()
    take(...args)
  }
