import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type EmployerListState, mostAtOnce } from '../../shared/calls/employerList.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { Facts } from '../ui/Detail.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ImportedNotice } from './ImportedNotice.tsx'
import styles from './SessionStep.module.css'
import { NextButton, Step } from './Step.tsx'
import { useEmployerList } from './store.ts'
import { useSessionName } from './useSessionName.ts'

/** What the import will do, in numbers, and the one act that does it. */
export function SummaryStep({ list }: { list: EmployerListState }) {
  const { plan, registration, imported } = list
  const { t } = useTranslation('employerList')
  const { desk } = useTools()
  const format = useFormat()
  const store = useEmployerList()
  const { busy, error } = useStore(store)
  const sessionName = useSessionName(desk, registration?.sessionId ?? null)
  const ready = plan.create + plan.take > 0
  const counted = (label: string, count: number) => (count > 0 ? [{ label, value: format.number(count) }] : [])

  return (
    <Step
      title={t(($) => $.summary.title)}
      help={list.lines - imported > mostAtOnce ? t(($) => $.summary.helpParts) : t(($) => $.summary.help)}
      foot={
        <>
          <Button variant="default" onClick={() => store.show('session')}>
            {t(($) => $.summary.back)}
          </Button>
          <NextButton
            label={
              !busy
                ? t(($) => $.summary.import)
                : imported > 0
                  ? t(($) => $.summary.importingPart, { done: imported, total: list.lines })
                  : t(($) => $.summary.importing)
            }
            busy={busy}
            ready={ready}
            onNext={() => void store.import()}
          />
        </>
      }
    >
      <div className={styles.form}>
        {error && <ErrorNotice error={error} />}
        {!busy && <ImportedNotice imported={imported} />}
        {!ready && <Notice tone="warn" icon={IconInfoCircle} title={t(($) => $.summary.nothing)} />}
        <Facts
          facts={[
            ...counted(
              t(($) => $.summary.create),
              plan.create,
            ),
            ...counted(
              t(($) => $.summary.take),
              plan.take,
            ),
            { label: t(($) => $.summary.session), value: sessionName ?? t(($) => $.summary.noSession) },
            ...counted(
              t(($) => $.summary.register),
              plan.register,
            ),
            ...counted(
              t(($) => $.summary.registeredBefore),
              plan.registeredBefore,
            ),
            ...counted(
              t(($) => $.summary.leaveOut),
              plan.leaveOut,
            ),
            ...counted(
              t(($) => $.summary.refused),
              plan.refused,
            ),
          ]}
        />
        {plan.create > 0 && <Notice tone="neutral" icon={IconInfoCircle} title={t(($) => $.summary.local)} />}
      </div>
    </Step>
  )
}
