import { Button } from '@mantine/core'
import { IconCalendarQuestion, IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Elsewhere } from '../../shared/calls/checkIn.ts'
import { useFormat } from '../i18n/format.ts'
import { Tag } from '../ui/Tag.tsx'
import styles from './DoorList.module.css'
import { lineId } from './lineId.ts'
import { PersonName } from './PersonName.tsx'
import { useCheckIn } from './store.ts'

interface ElsewhereLineProps {
  readonly person: Elsewhere
  readonly selected: boolean
  readonly open: boolean
}

/** Somebody who stands at the door and not on the list: where he is expected, and the way in on request. */
export function ElsewhereLine({ person, selected, open }: ElsewhereLineProps) {
  const { t } = useTranslation('checkIn')
  const format = useFormat()
  const { view, acts } = useCheckIn()
  const { registered, birthDate, candidateId } = person
  return (
    <div
      id={lineId(candidateId)}
      className={styles.row}
      role="row"
      aria-selected={selected}
      data-elsewhere
      onClick={() => view.choose(candidateId)}
    >
      <div role="gridcell" className={styles.hour}>
        —
      </div>
      <div role="gridcell" className={styles.name}>
        <PersonName person={person} />
        {birthDate && (
          <span className={styles.born}>{t(($) => $.elsewhere.born, { date: format.day(birthDate) })}</span>
        )}
      </div>
      <div role="gridcell" className={styles.found}>
        <Tag tone={registered ? 'warn' : 'hold'} icon={registered ? IconCalendarQuestion : IconUserQuestion}>
          {registered
            ? t(($) => $.elsewhere.registered, {
                date: format.day(registered.date).slice(0, 5),
                place: registered.location,
              })
            : t(($) => $.elsewhere.unregistered)}
        </Tag>
        {selected && open && (
          <Button onClick={() => acts.ask({ kind: 'walkIn', person })}>{t(($) => $.elsewhere.act)}</Button>
        )}
      </div>
    </div>
  )
}
