import { IconAlertTriangle, IconShieldLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { DeskState } from '../../shared/calls/desk.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { Facts } from '../ui/Detail.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './SettingsScreen.module.css'

/** What somebody on the telephone asks for: which desk, which centre, which version, how old the data are. */
export function DeskFacts({ desk }: { desk: DeskState }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const sync = useStore(useTools().sync, (state) => state.sync)
  const received = sync?.receivedAt
  return (
    <div className={styles.desk}>
      <Facts
        facts={[
          { label: t(($) => $.desk.name), value: desk.desk?.name },
          { label: t(($) => $.desk.centre), value: desk.desk?.centre },
          { label: t(($) => $.desk.operator), value: desk.operator?.name },
          { label: t(($) => $.desk.central), value: desk.desk?.central },
          { label: t(($) => $.desk.version), value: desk.appVersion },
          {
            label: t(($) => $.desk.data),
            value: received
              ? t(($) => $.desk.received, { date: format.date(received), time: format.time(received) })
              : t(($) => $.desk.never),
          },
          { label: t(($) => $.desk.records), value: sync && format.number(sync.records) },
        ]}
      />
      {desk.keyring ? (
        <Notice tone="neutral" icon={IconShieldLock} title={t(($) => $.desk.protection)}>
          <p>{t(($) => $.desk.keyring)}</p>
        </Notice>
      ) : (
        <Notice tone="warn" icon={IconAlertTriangle} title={t(($) => $.desk.protection)}>
          <p>{t(($) => $.desk.passwordOnly)}</p>
        </Notice>
      )}
    </div>
  )
}
