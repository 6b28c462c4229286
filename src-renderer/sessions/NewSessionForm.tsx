import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { useWork } from '../ui/leaving.ts'
import pane from '../ui/Pane.module.css'
import { RestoredNotice } from '../ui/RestoredNotice.tsx'
import { SaveFoot } from '../ui/SaveFoot.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import type { NewSession } from './openStore.ts'
import { SessionFields } from './SessionFields.tsx'
import styles from './SessionPane.module.css'
import { useSessions } from './store.ts'
import { useSessionForm } from './useSessionForm.ts'

/** A session that is not written yet: the same fields, and one act. */
export function NewSessionForm({ fresh, onBack }: { fresh: NewSession; onBack: () => void }) {
  const { t } = useTranslation('sessions')
  const { t: common } = useTranslation('common')
  const { leaving, centre: centreStore } = useTools()
  const { open } = useSessions()
  const { saving, saveError } = useStore(open)
  const locations = useStore(centreStore, ({ centre }) => centre?.locations) ?? []
  const only =
    locations.find(({ id }) => id === fresh.values.locationId) ?? (locations.length === 1 ? locations[0] : null)
  const edit = useSessionForm(null, {
    values: { ...(only && { locationId: only.id, seats: String(only.pcs) }), ...fresh.values },
    copy: fresh.copy,
  })
  const title = fresh.copy ? t(($) => $.copyTitle) : t(($) => $.begin)

  useWork(leaving, { name: title, pending: () => edit.dirty, save: edit.save, discard: edit.discard })
  useShortcut('Ctrl+S', () => void edit.save())
  useShortcut('Escape', onBack)
  const { form } = edit
  useEffect(() => form.current?.querySelector<HTMLElement>('[name="date"]')?.focus(), [form])

  return (
    <form
      ref={form}
      className={pane.opened}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void edit.save()
      }}
    >
      <div className={pane.scroll}>
        <header className={styles.head}>
          <h2 className={styles.name}>{title}</h2>
          <p className={styles.meta}>{fresh.copy ? t(($) => $.copyHelp) : t(($) => $.beginHelp)}</p>
        </header>
        <RestoredNotice edit={edit} />
        <SessionFields edit={edit} registered={0} />
        {saveError && (
          <div className={styles.failure}>
            <ErrorNotice error={saveError} />
          </div>
        )}
      </div>
      <SaveFoot giveUp={{ label: common(($) => $.cancel), act: onBack }} save={t(($) => $.create)} saving={saving} />
    </form>
  )
}
