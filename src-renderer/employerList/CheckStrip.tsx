import { Button } from '@mantine/core'
import { IconInfoCircle, IconMailExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { EmployerListState } from '../../shared/calls/employerList.ts'
import { useFormat } from '../i18n/format.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './CheckStrip.module.css'
import { GiveUpButton } from './GiveUpButton.tsx'
import { ImportedNotice } from './ImportedNotice.tsx'
import { useEmployerList } from './store.ts'

/** How far the check reaches, what many lines share, and what can be decided of many lines at once. */
export function CheckStrip({ list, opened }: { list: EmployerListState; opened: boolean }) {
  const { t } = useTranslation('employerList')
  const store = useEmployerList()
  const { error } = useStore(store)
  const format = useFormat()
  const { matching, receivedAt, before, together, choices, sharedEmails } = list

  const take = (email: string, taken: boolean) => {
    const others = choices.takenEmails.filter((one) => one !== email)
    void store.check({ ...choices, takenEmails: taken ? [...others, email] : others })
  }

  return (
    <div className={styles.strip} data-opened={opened}>
      {error && <ErrorNotice error={error} />}
      <ImportedNotice imported={list.imported} />
      {sharedEmails.length > 0 && (
        <Notice tone="warn" icon={IconMailExclamation} title={t(($) => $.shared.title, { count: sharedEmails.length })}>
          <p>{t(($) => $.shared.help)}</p>
          <fieldset className={styles.emails} disabled={matching !== null}>
            <legend>{t(($) => $.shared.label)}</legend>
            {sharedEmails.map(({ email, lines }) => (
              <label key={email} className={styles.email}>
                <input
                  type="checkbox"
                  checked={choices.takenEmails.includes(email)}
                  onChange={(event) => take(email, event.currentTarget.checked)}
                />
                <span>{t(($) => $.shared.take, { email, lines })}</span>
              </label>
            ))}
          </fieldset>
        </Notice>
      )}
      <div className={styles.line}>
        <p className={styles.reach}>
          <IconInfoCircle size={16} stroke={1.75} aria-hidden />
          <span>
            {receivedAt
              ? t(($) => $.check.localAt, { date: format.date(receivedAt), time: format.time(receivedAt) })
              : t(($) => $.check.local)}
            {before && ` ${t(($) => $.check.before, { date: format.date(before.importedAt), count: before.lines })}.`}
          </span>
        </p>
        {matching ? (
          <p className={styles.progress} role="status">
            <progress value={matching.done} max={matching.total} aria-label={t(($) => $.check.title)} />
            {t(($) => $.check.matching, { done: matching.done, total: matching.total })}
          </p>
        ) : (
          <div className={styles.acts}>
            {together.known > 0 && (
              <Button variant="default" onClick={() => void store.decideAll('known', 'take')}>
                {t(($) => $.check.takeAll, { count: together.known })}
              </Button>
            )}
            {together.new > 0 && (
              <Button variant="default" onClick={() => void store.decideAll('new', 'create')}>
                {t(($) => $.check.createAll, { count: together.new })}
              </Button>
            )}
            <GiveUpButton label={t(($) => $.check.end)} />
          </div>
        )}
      </div>
    </div>
  )
}
