import { Button } from '@mantine/core'
import { IconArrowRight, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SessionRecord } from '../../shared/calls/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import styles from './People.module.css'
import { RegisterBox } from './RegisterBox.tsx'
import { RegisterForm } from './RegisterForm.tsx'
import { isOver, takesSeat } from './status.ts'
import { useSessions } from './store.ts'

/** Who is registered: add somebody, then the list and what is done with it. */
export function PeoplePanel({ record }: { record: SessionRecord }) {
  const { t } = useTranslation('sessions')
  const { register, people, move } = useSessions()
  const choice = useStore(register, (state) => state.choice)
  const { selected, error, editing } = useStore(people)
  const over = isOver(record)
  const seated = record.registrations.filter(takesSeat).map(({ registration }) => registration.id)
  const chosen = seated.filter((id) => selected.has(id))
  const moving = chosen.length > 0 ? chosen : seated

  return (
    <div className={styles.panel}>
      {!over && (
        <div className={styles.bar}>
          <RegisterBox record={record} />
          <span className={styles.selection} role="status">
            {chosen.length > 0 && t(($) => $.people.selected, { count: chosen.length })}
          </span>
          {seated.length > 0 && (
            <Button
              variant="default"
              rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
              onClick={() => move.begin(record.session.id, moving)}
            >
              {chosen.length > 0 ? t(($) => $.people.move) : t(($) => $.people.moveAll)}
            </Button>
          )}
        </div>
      )}
      {choice && <RegisterForm key={choice.candidate.id} choice={choice} record={record} />}
      {error && editing === null && (
        <div className={styles.error}>
          <ErrorNotice error={error} />
        </div>
      )}
      {record.registrations.length > 0 ? (
        <PeopleTable record={record} />
      ) : (
        <EmptyState
          icon={IconUsers}
          title={t(($) => $.empty.people)}
          help={over ? t(($) => $.empty.peopleOver) : t(($) => $.empty.peopleHelp)}
        />
      )}
    </div>
  )
}
