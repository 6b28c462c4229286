import { useTranslation } from 'react-i18next'
import type { SessionRow as Row } from '../../shared/calls/session.ts'
import grid from '../ui/RowGrid.module.css'
import { RemarkTag, useRemarkText } from './RemarkTag.tsx'
import styles from './SessionList.module.css'
import { isFull, remarksOn, seatsOf } from './status.ts'
import type { ChosenSession } from './useChosenSession.ts'
import { useNames } from './useNames.ts'

export const rowId = (id: string): string => `session-row-${id}`

interface SessionRowProps {
  readonly row: Row
  readonly today: string
  readonly selected: boolean
  readonly chosen: ChosenSession
}

/** One session: when, where, what, how full, and how it stands. */
export function SessionRow({ row, today, selected, chosen }: SessionRowProps) {
  const { t } = useTranslation('sessions')
  const names = useNames()
  const say = useRemarkText()
  const { session } = row
  const remarks = remarksOn(row, today)
  const [first] = remarks
  const place = [row.location, session.room].filter(Boolean).join(' · ')
  const content = [names.exams(session.exams), session.controllers.map(names.staff).join(', ')].filter(Boolean)
  return (
    <div
      id={rowId(session.id)}
      className={`${grid.row} ${styles.row}`}
      role="row"
      aria-selected={selected}
      data-cancelled={session.status === 'cancelled' || undefined}
      onClick={() => void chosen.choose(session.id)}
    >
      <div role="gridcell">
        <b className={styles.hour}>{session.startTime}</b>
        <small>{session.endTime}</small>
      </div>
      <div role="gridcell" className={styles.place} title={place}>
        {place}
      </div>
      <div role="gridcell" className={styles.seats}>
        <span>{seatsOf(row)}</span>
        {session.status !== 'cancelled' && isFull(row) && <small className={styles.full}>{t(($) => $.full)}</small>}
      </div>
      <div role="gridcell" className={styles.status} title={remarks.map((remark) => say(remark, row)).join(' · ')}>
        {first && <RemarkTag remark={first} row={row} />}
      </div>
      <div role="gridcell" className={styles.content} title={content.join(' · ')}>
        {content.join(' · ')}
      </div>
    </div>
  )
}
