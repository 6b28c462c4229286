import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { DocumentPreview } from '../documents/DocumentPreview.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { ClosedNotice } from './ClosedNotice.tsx'
import { Counters } from './Counters.tsx'
import styles from './Door.module.css'
import { DoorBar } from './DoorBar.tsx'
import { DoorHead } from './DoorHead.tsx'
import { DoorList } from './DoorList.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import { MarkToast } from './MarkToast.tsx'
import { RefusalDialog } from './RefusalDialog.tsx'
import { useCheckIn } from './store.ts'
import { useDoorKeys } from './useDoorKeys.ts'
import { NewcomerDialog } from './NewcomerDialog.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import { WalkInDialog } from './WalkInDialog.tsx'

/** The list at the door of one session. The search keeps the focus: names, scans and keys all arrive there. */
export function Door() {
  const { t } = useTranslation('checkIn')
  const { t: common } = useTranslation('common')
  const { door, acts } = useCheckIn()
  const list = useStore(door, (state) => state.list)
  const readError = useStore(door, (state) => state.readError)
  const asking = useStore(acts.asking, (state) => state.asking)
  const search = useRef<HTMLInputElement>(null)
  const hour = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!asking) search.current?.focus()
  }, [asking])
  useShortcut('Ctrl+F', () => search.current?.select())

  useDoorKeys({ search, hour, grid })

  return (
    <div className={styles.screen}>
      <div className={styles.top}>
        <DoorHead />
        <Counters onChosen={() => search.current?.focus()} />
      </div>
      <DoorBar search={search} hour={hour} />
      <div className={styles.notices}>
        {readError && (
          <ErrorNotice error={readError}>
            <Button variant="default" onClick={() => void door.refresh()}>
              {common(($) => $.retry)}
            </Button>
          </ErrorNotice>
        )}
        <FailureNotice />
        <ClosedNotice />
      </div>
      {list ? (
        <DoorList ref={grid} search={search} />
      ) : (
        !readError && <p className={styles.loading}>{t(($) => $.choose.loading)}</p>
      )}
      <MarkToast />
      {asking?.kind === 'refusal' && <RefusalDialog row={asking.row} />}
      {asking?.kind === 'undo' && <UndoDialog row={asking.row} mark={asking.mark} />}
      {asking?.kind === 'newcomer' && <NewcomerDialog />}
      {asking?.kind === 'walkIn' && <WalkInDialog person={asking.person} newcomer={asking.newcomer} />}
      {asking?.kind === 'close' && <CloseDialog />}
      {asking?.kind === 'signList' && list && (
        <DocumentPreview source={{ kind: 'signList', id: list.session.id }} onClose={() => acts.ask(null)} />
      )}
    </div>
  )
}
