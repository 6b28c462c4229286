import { memo } from 'react'
import type { TFunction } from 'i18next'
import type { CandidateRow as Row } from '../../shared/calls/candidate.ts'
import type { Format } from '../i18n/format.ts'
import { Tag } from '../ui/Tag.tsx'
import grid from '../ui/RowGrid.module.css'
import styles from './CandidateList.module.css'
import { Marked } from './Marked.tsx'
import { remarkLook, remarksOn } from './status.ts'

interface CandidateRowProps {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  readonly row: Row | undefined
  readonly query: string
  /** The rows only resemble the query. */
  readonly resembling: boolean
  readonly selected: boolean
  readonly onChoose: (index: number) => void
  /** Handed down, so that a row that passes by while scrolling subscribes to nothing. */
  readonly t: TFunction<'candidates'>
  readonly format: Format
}

/** One line of the list; empty bars while its page is on the way. */
export const CandidateRow = memo(function CandidateRow({
  id,
  index,
  top,
  height,
  row,
  query,
  resembling,
  selected,
  onChoose,
  t,
  format,
}: CandidateRowProps) {
  const remarks = row ? remarksOn(row) : []
  const [first] = remarks
  return (
    <div
      id={id}
      className={grid.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={!row}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={() => onChoose(index)}
    >
      <div role="gridcell" title={row && `${row.lastName} ${row.firstName}`}>
        {row && (
          <>
            <b className={styles.lastName}>
              <Marked text={row.lastName} query={query} near={resembling} />
            </b>{' '}
            <Marked text={row.firstName} query={query} near={resembling} />
          </>
        )}
      </div>
      <div role="gridcell">{row?.birthDate && format.day(row.birthDate)}</div>
      <div role="gridcell" className={styles.login}>
        {row?.login && <Marked text={row.login} query={query} />}
      </div>
      <div role="gridcell" className={styles.language}>
        {row?.language}
      </div>
      <div role="gridcell" className={styles.email} title={row?.email ?? undefined}>
        {row && (row.email === null ? '—' : <Marked text={row.email} query={query} />)}
      </div>
      <div role="gridcell" title={remarks.map((remark) => t(($) => $.status[remark])).join(' · ')}>
        {first && <Tag {...remarkLook[first]}>{t(($) => $.status[first])}</Tag>}
      </div>
    </div>
  )
})
