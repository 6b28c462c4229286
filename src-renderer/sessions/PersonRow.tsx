import { ActionIcon } from '@mantine/core'
import { IconEdit, IconMail, IconUserMinus } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Registered } from '../../shared/calls/session.ts'
import { Tag } from '../ui/Tag.tsx'
import styles from './People.module.css'
import { personLook, personRemarks } from './personStatus.ts'
import { takesSeat } from './status.ts'
import { useSessions } from './store.ts'
import { useNames } from './useNames.ts'

interface PersonRowProps {
  readonly row: Registered
  readonly index: number
  /** In the tab order. */
  readonly reachable: boolean
  readonly over: boolean
  /** What Certassur answered stands below. */
  readonly answered: boolean
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => void
  readonly onCancel: () => void
  /** Shows his invitation; absent once there is nothing to invite to. */
  readonly onInvite: (() => void) | undefined
}

export function PersonRow({ row, index, reachable, over, answered, onKeyDown, onCancel, onInvite }: PersonRowProps) {
  const { t } = useTranslation('sessions')
  const { people } = useSessions()
  const names = useNames()
  const { registration, lastName, firstName } = row
  const selected = useStore(people, (state) => state.selected.has(registration.id))
  const name = `${lastName.toLocaleUpperCase('fr')} ${firstName}`
  const seated = takesSeat(row)
  const tabIndex = reachable ? 0 : -1
  const remarks = personRemarks(row)
  return (
    <tr
      onKeyDown={onKeyDown}
      data-row={index}
      data-answered={answered || undefined}
      data-selected={selected || undefined}
      data-cancelled={!seated || undefined}
    >
      <td className={styles.tick}>
        <input
          type="checkbox"
          aria-label={t(($) => $.people.select, { name })}
          tabIndex={tabIndex}
          disabled={over || !seated}
          checked={selected && seated}
          onChange={() => people.select([registration.id], !selected)}
        />
      </td>
      <td data-column="pc">{registration.pc ?? '—'}</td>
      <th scope="row" className={styles.name} title={name}>
        <b>{lastName}</b> {firstName}
        <small>
          {names.exams(registration.exams)} · {registration.language.toUpperCase()}
        </small>
      </th>
      <td data-column="exams">{names.exams(registration.exams)}</td>
      <td data-column="language">{registration.language}</td>
      <td data-column="status">
        <span className={styles.tags} title={registration.cancelReason ?? registration.overrideReason ?? undefined}>
          {remarks.map((remark) => (
            <Tag key={remark} {...personLook[remark]}>
              {t(($) => $.person[remark])}
            </Tag>
          ))}
        </span>
      </td>
      <td className={styles.rowActs}>
        {onInvite && seated && row.status !== 'refused' && (
          <ActionIcon
            variant="subtle"
            tabIndex={tabIndex}
            aria-label={t(($) => $.people.invite, { name })}
            title={t(($) => $.people.inviteHelp)}
            onClick={onInvite}
          >
            <IconMail size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        )}
        {!over && seated && (
          <>
            <ActionIcon
              variant="subtle"
              tabIndex={tabIndex}
              aria-label={t(($) => $.people.edit, { name })}
              title={t(($) => $.people.editHelp)}
              onClick={() => people.edit(registration.id)}
            >
              <IconEdit size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              tabIndex={tabIndex}
              aria-label={t(($) => $.people.cancel, { name })}
              title={t(($) => $.people.cancelHelp)}
              onClick={onCancel}
            >
              <IconUserMinus size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </>
        )}
      </td>
    </tr>
  )
}
