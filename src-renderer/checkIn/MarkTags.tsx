import { IconAlertTriangle, IconClockUp, IconIdOff, IconUserQuestion, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DoorRow } from '../../shared/calls/checkIn.ts'
import { cameIn } from '../../shared/checkIn.ts'
import { useFormat } from '../i18n/format.ts'
import { Tag } from '../ui/Tag.tsx'
import styles from './DoorList.module.css'
import { markLook } from './look.ts'
import { lastMarkOf, secondMarks } from './rows.ts'
import { useWords } from './useWords.ts'

/** How somebody stands, and what else must be seen about it: each in an icon and a word. */
export function MarkTags({ row }: { row: DoorRow }) {
  const { t } = useTranslation('checkIn')
  const words = useWords()
  const { registration, arrival, waiting } = row
  const mark = lastMarkOf(row)
  const requested = registration.status === 'requested'
  const identity = arrival && cameIn(arrival.mark) && arrival.identity !== 'matches' ? arrival.identity : null
  return (
    <>
      {mark && (
        <span className={styles.said} title={[words.mark(mark), mark.remark].filter(Boolean).join('\n')}>
          {requested && mark.mark === 'present' ? (
            <Tag tone="hold" icon={IconUserQuestion}>
              {t(($) => $.mark.presentRequested)}
            </Tag>
          ) : (
            <Tag {...markLook[mark.mark]}>{words.mark(mark)}</Tag>
          )}
        </span>
      )}
      {waiting && (
        <span
          className={styles.waiting}
          role="img"
          aria-label={t(($) => $.mark.waiting)}
          title={t(($) => $.mark.waiting)}
        >
          <IconClockUp size={17} stroke={1.75} aria-hidden />
        </span>
      )}
      {requested && mark?.mark !== 'present' && (
        <Tag tone="hold" icon={IconUserQuestion}>
          {t(($) => $.mark.requested)}
        </Tag>
      )}
      {registration.status === 'cancelled' && (
        <Tag tone="bad" icon={IconAlertTriangle}>
          {t(($) => $.mark.cancelled)}
        </Tag>
      )}
      {registration.seat === 'toConfirm' && (
        <Tag tone="hold" icon={IconUsers}>
          {t(($) => $.mark.seat)}
        </Tag>
      )}
      {identity && (
        <Tag tone="warn" icon={IconIdOff}>
          {identity === 'differs' ? t(($) => $.identity.differsShort) : t(($) => $.identity.notSeenShort)}
        </Tag>
      )}
      {mark?.clockOdd && (
        <Tag tone="warn" icon={IconAlertTriangle}>
          {t(($) => $.mark.clock)}
        </Tag>
      )}
      <SecondMark row={row} />
    </>
  )
}

function SecondMark({ row }: { row: DoorRow }) {
  const { t } = useTranslation('checkIn')
  const format = useFormat()
  const words = useWords()
  const second = secondMarks(row)
  const first = row.arrival ?? second[0]
  if (!first || second.length === 0) return null
  const told = second.map((mark) =>
    t(($) => $.mark.second, {
      time: format.time(mark.at),
      name: [mark.actorName, mark.deskName].filter(Boolean).join(', '),
      mark: words.mark(mark),
    }),
  )
  const time = format.time(first.at)
  return (
    <span className={styles.said} title={told.join('\n')}>
      <Tag tone="hold" icon={IconUsers}>
        {first.actorName
          ? t(($) => $.mark.twice, { time, name: first.actorName })
          : t(($) => $.mark.twiceNobody, { time })}
      </Tag>
    </span>
  )
}
