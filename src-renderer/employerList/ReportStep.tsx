import { Button } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { EmployerListState } from '../../shared/calls/employerList.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { Facts } from '../ui/Detail.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './SessionStep.module.css'
import { Step } from './Step.tsx'
import { useEmployerList } from './store.ts'

/** What was done, and the report that says it line by line. */
export function ReportStep({ list: { plan, registration } }: { list: EmployerListState }) {
  const { t } = useTranslation('employerList')
  const { going } = useTools()
  const format = useFormat()
  const store = useEmployerList()
  const { busy, error, reportSaved } = useStore(store)
  const sessionId = registration?.sessionId
  const facts = [
    { label: t(($) => $.report.created), count: plan.create },
    { label: t(($) => $.report.taken), count: plan.take },
    { label: t(($) => $.report.registered), count: plan.register },
    { label: t(($) => $.report.before), count: plan.registeredBefore },
    { label: t(($) => $.report.leftOut), count: plan.leaveOut },
    { label: t(($) => $.report.refused), count: plan.refused },
  ]
  return (
    <Step
      title={t(($) => $.report.title)}
      help={t(($) => $.report.help)}
      foot={
        <>
          <Button variant="default" onClick={() => void store.end()}>
            {t(($) => $.report.end)}
          </Button>
          {sessionId !== undefined && going.has('sessions') && (
            <Button variant="default" onClick={() => void going.go({ screen: 'sessions', id: sessionId })}>
              {t(($) => $.report.session)}
            </Button>
          )}
          <Button
            leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
            aria-busy={busy}
            onClick={() => void store.saveReport()}
          >
            {t(($) => $.report.save)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {error && <ErrorNotice error={error} />}
        <Notice tone="neutral" icon={IconCircleCheck} title={t(($) => $.report.saved)} role="status">
          {reportSaved && <p>{t(($) => $.report.done)}</p>}
        </Notice>
        <Facts
          facts={facts
            .filter(({ count }) => count > 0)
            .map(({ label, count }) => ({ label, value: format.number(count) }))}
        />
      </div>
    </Step>
  )
}
