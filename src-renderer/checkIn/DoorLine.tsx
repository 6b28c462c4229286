import { useTranslation } from 'react-i18next'
import type { DoorRow } from '../../shared/calls/checkIn.ts'
import { useFormat } from '../i18n/format.ts'
import styles from './DoorList.module.css'
import { lineId } from './lineId.ts'
import { MarkTags } from './MarkTags.tsx'
import { PersonName } from './PersonName.tsx'
import { RowActs } from './RowActs.tsx'
import { lastMarkOf } from './rows.ts'
import { useWords } from './useWords.ts'

interface DoorLineProps {
  readonly row: DoorRow
  readonly selected: boolean
  readonly open: boolean
  readonly onChoose: (key: string) => void
  /** An act by mouse is over: the search takes the focus again. */
  readonly onDone: () => void
}

/** One person: when he was noted, who he is, what he sits, where, and how he stands. */
export function DoorLine({ row, selected, open, onChoose, onDone }: DoorLineProps) {
  const { t } = useTranslation('checkIn')
  const format = useFormat()
  const words = useWords()
  const { registration, lastName, firstName, birthDate } = row
  const mark = lastMarkOf(row)
  const born = birthDate ? t(($) => $.elsewhere.born, { date: format.day(birthDate) }) : ''
  return (
    <div
      id={lineId(registration.id)}
      className={styles.row}
      role="row"
      aria-selected={selected}
      onClick={() => onChoose(registration.id)}
    >
      <div role="gridcell" className={styles.hour}>
        {mark && <time dateTime={mark.at}>{format.time(mark.at)}</time>}
      </div>
      <div role="gridcell" className={styles.name} title={[`${lastName} ${firstName}`, born].join('\n').trim()}>
        <PersonName person={row} />
        {selected && born !== '' && <span className={styles.born}>{born}</span>}
      </div>
      <div role="gridcell" className={styles.exam} title={words.exams(registration.exams)}>
        {words.exams(registration.exams)} · <span className={styles.language}>{registration.language}</span>
      </div>
      <div role="gridcell" className={styles.pc}>
        {registration.pc}
      </div>
      <div role="gridcell" className={styles.mark}>
        <MarkTags row={row} />
        {selected && open && <RowActs row={row} onDone={onDone} />}
      </div>
    </div>
  )
}
