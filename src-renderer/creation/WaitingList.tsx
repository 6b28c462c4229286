import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useCandidates } from '../candidates/store.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { PersonName } from '../ui/Detail.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import type { WaitingCreation } from './draft.ts'
import styles from './Match.module.css'

/** Those whom Certassur could not be asked about yet, each ready to be taken up again. */
export function WaitingList() {
  const { t } = useTranslation('creation')
  const { creation } = useCandidates()
  const { people, error } = useStore(creation.waiting)
  const opened = useStore(creation, (state) => state.waitingKey)
  const others = people.filter(({ key }) => key !== opened)
  if (others.length === 0 && !error) return null
  return (
    <section className={styles.waiting} aria-label={t(($) => $.waiting.title, { count: others.length })}>
      {others.length > 0 && <h3 className={styles.part}>{t(($) => $.waiting.title, { count: others.length })}</h3>}
      {error && <ErrorNotice error={error} />}
      {others.map((waiting) => (
        <WaitingLine key={waiting.key} waiting={waiting} />
      ))}
    </section>
  )
}

function WaitingLine({ waiting }: { waiting: WaitingCreation }) {
  const { t } = useTranslation('creation')
  const format = useFormat()
  const { creation } = useCandidates()
  const { leaving } = useTools()
  const [sure, setSure] = useState(false)
  const { typed } = waiting.creation
  const name = `${typed.lastName.toLocaleUpperCase('fr')} ${typed.firstName}`.trim()
  const take = async () => {
    if (await leaving.leave()) creation.take(waiting)
  }
  if (sure) {
    return (
      <div className={styles.line} role="group" aria-label={t(($) => $.waiting.removeSure, { name })}>
        <span>{t(($) => $.waiting.removeSure, { name })}</span>
        <span />
        <Button variant="default" size="compact-sm" onClick={() => void creation.waiting.remove(waiting.key)}>
          {t(($) => $.waiting.remove)}
        </Button>
        <Button variant="subtle" size="compact-sm" autoFocus onClick={() => setSure(false)}>
          {t(($) => $.waiting.keep)}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.line}>
      <span>
        <PersonName lastName={typed.lastName} firstName={typed.firstName} />
      </span>
      <span className={styles.quiet}>
        {t(($) => $.waiting.since, { date: format.date(waiting.at), time: format.time(waiting.at) })}
      </span>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t(($) => $.waiting.takeNamed, { name })}
        onClick={() => void take()}
      >
        {t(($) => $.waiting.take)}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t(($) => $.waiting.removeNamed, { name })}
        onClick={() => setSure(true)}
      >
        {t(($) => $.waiting.remove)}
      </Button>
    </div>
  )
}
