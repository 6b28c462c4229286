import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArmchair } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Registered, SessionRecord } from '../../shared/calls/session.ts'
import { useTools } from '../tools.ts'
import { Notice } from '../ui/Notice.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { RefusedNotice } from './RefusedNotice.tsx'
import styles from './SessionPane.module.css'
import { takesSeat } from './status.ts'
import { useSessions } from './store.ts'
import type { SessionForm } from './useSessionForm.ts'

/** Everything that asks for a decision, above the people and the fields. */
export function Attention({ record, edit }: { record: SessionRecord; edit: SessionForm }) {
  const asking = record.changes.filter(({ status }) => status === 'conflict' || status === 'rejected')
  const second = record.registrations.filter((one) => takesSeat(one) && one.registration.seat === 'toConfirm')
  const refused = record.registrations.filter(({ status }) => status === 'refused' || status === 'conflict')
  if (asking.length + second.length + refused.length === 0) return null
  return (
    <div className={styles.notices}>
      {asking.map((change) =>
        change.verdict?.status === 'conflict' ? (
          <ConflictNotice
            key={change.id}
            record={record}
            change={change}
            conflicts={change.verdict.conflicts}
            edit={edit}
          />
        ) : (
          <RefusedNotice key={change.id} record={record} change={change} edit={edit} />
        ),
      )}
      {second.length > 0 && <SecondSeat record={record} people={second} />}
      {refused.length > 0 && <RefusedPeople people={refused} />}
    </div>
  )
}

const useNameList = () => {
  const { i18n } = useTranslation()
  const list = new Intl.ListFormat(i18n.language)
  return (people: readonly Registered[]) =>
    list.format(people.map(({ lastName, firstName }) => `${lastName.toLocaleUpperCase('fr')} ${firstName}`))
}

/** The last seat was taken twice: who came second, and the two ways out. */
function SecondSeat({ record, people }: { record: SessionRecord; people: readonly Registered[] }) {
  const { t } = useTranslation('sessions')
  const { move } = useSessions()
  const names = useNameList()
  const ids = people.map(({ registration }) => registration.id)
  return (
    <Notice tone="hold" icon={IconArmchair} title={t(($) => $.second.title, { count: people.length })}>
      <p>{t(($) => $.second.text, { names: names(people) })}</p>
      <p>{t(($) => $.second.next)}</p>
      <div className={styles.noticeActs}>
        <Button variant="default" onClick={() => move.begin(record.session.id, ids)}>
          {t(($) => $.second.move, { count: people.length })}
        </Button>
      </div>
    </Notice>
  )
}

function RefusedPeople({ people }: { people: readonly Registered[] }) {
  const { t } = useTranslation('sessions')
  const { going } = useTools()
  const names = useNameList()
  return (
    <Notice
      tone="bad"
      icon={IconAlertTriangle}
      title={t(($) => $.refusedPeople.title, { count: people.length, names: names(people) })}
    >
      <p>{t(($) => $.refusedPeople.next)}</p>
      {going.has('exchange') && (
        <div className={styles.noticeActs}>
          <Button variant="default" onClick={() => void going.go({ screen: 'exchange', only: 'toReview' })}>
            {t(($) => $.refusedPeople.go)}
          </Button>
        </div>
      )}
    </Notice>
  )
}
