import { Fragment, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Registered, SessionRecord } from '../../shared/calls/session.ts'
import { inBelgium } from '../../shared/time.ts'
import { DocumentPreview } from '../documents/DocumentPreview.tsx'
import { useTools } from '../tools.ts'
import { useRowHeightStyle } from '../ui/useRowHeight.ts'
import styles from './People.module.css'
import { PersonAnswer } from './PersonAnswer.tsx'
import { PersonEdit } from './PersonEdit.tsx'
import { PersonRow } from './PersonRow.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { isOver, mayInvite, takesSeat } from './status.ts'
import { useSessions } from './store.ts'

/** Everybody registered. One line is in the tab order at a time; up and down walk, space ticks, F2 corrects, Delete cancels. */
export function PeopleTable({ record }: { record: SessionRecord }) {
  const { t } = useTranslation('sessions')
  const { now } = useTools()
  const { people, answers } = useSessions()
  const lines = useStore(answers, (state) => state.lines)
  const { selected, editing } = useStore(people)
  const [current, setCurrent] = useState(0)
  const [cancelling, setCancelling] = useState<Registered | null>(null)
  const [inviting, setInviting] = useState<string | null>(null)
  const rowHeight = useRowHeightStyle()
  const table = useRef<HTMLTableElement>(null)
  const rows = record.registrations
  const over = isOver(record)
  const invites = mayInvite(record, inBelgium(now()).date)
  const seated = rows.filter(takesSeat).map(({ registration }) => registration.id)
  const all = seated.length > 0 && seated.every((id) => selected.has(id))
  const reachable = Math.min(current, rows.length - 1)

  const focusRow = (index: number) => {
    setCurrent(index)
    table.current?.querySelector<HTMLElement>(`[data-row="${index}"] input, [data-row="${index}"] button`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const index = Number(event.currentTarget.dataset['row'])
    const row = rows[index]
    const last = rows.length - 1
    const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last }
    const step = steps[event.key]
    const open = row && !over && takesSeat(row)
    if (step !== undefined) focusRow(Math.min(Math.max(step, 0), last))
    else if (event.key === 'F2' && open) people.edit(row.registration.id)
    else if (event.key === 'Delete' && open) setCancelling(row)
    else return
    event.preventDefault()
  }

  const name = cancelling && `${cancelling.lastName.toLocaleUpperCase('fr')} ${cancelling.firstName}`
  return (
    <div className={styles.scroll}>
      <table ref={table} className={styles.table} style={rowHeight}>
        <caption className={styles.aloud}>{t(($) => $.people.title)}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.tick}>
              <input
                type="checkbox"
                aria-label={t(($) => $.people.all)}
                disabled={over || seated.length === 0}
                checked={all}
                onChange={() => people.select(seated, !all)}
              />
            </th>
            {(['pc', 'name', 'exams', 'language', 'status'] as const).map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(($) => $.people.columns[column])}
              </th>
            ))}
            <th scope="col" className={styles.rowActs}>
              <span className={styles.aloud}>{t(($) => $.people.columns.acts)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const answered = lines.get(row.registration.id)
            return (
              <Fragment key={row.registration.id}>
                {editing === row.registration.id ? (
                  <PersonEdit record={record} row={row} onDone={() => focusRow(index)} />
                ) : (
                  <PersonRow
                    row={row}
                    index={index}
                    reachable={index === reachable}
                    over={over}
                    answered={answered !== undefined}
                    onKeyDown={onKeyDown}
                    onCancel={() => setCancelling(row)}
                    onInvite={invites ? () => setInviting(row.registration.id) : undefined}
                  />
                )}
                {answered && <PersonAnswer lines={answered} />}
              </Fragment>
            )
          })}
        </tbody>
      </table>
      {inviting !== null && (
        <DocumentPreview source={{ kind: 'invitation', id: inviting }} onClose={() => setInviting(null)} />
      )}
      <ReasonDialog
        opened={cancelling !== null}
        title={t(($) => $.people.cancelTitle, { name })}
        text={t(($) => $.people.cancelText)}
        confirm={t(($) => $.people.cancelConfirm)}
        keep={t(($) => $.people.cancelKeep)}
        onClose={() => {
          setCancelling(null)
          people.dismiss()
        }}
        onConfirm={async (reason) => {
          if (!cancelling) return null
          return (await people.cancel(cancelling.registration.id, reason)) ? null : people.getState().error
        }}
      />
    </div>
  )
}
