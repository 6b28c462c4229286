import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { CheckStep } from './CheckStep.tsx'
import { ChooseStep } from './ChooseStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import styles from './EmployerListScreen.module.css'
import { ReportStep } from './ReportStep.tsx'
import { SessionStep } from './SessionStep.tsx'
import { StepBar, type StepName } from './StepBar.tsx'
import { useEmployerList } from './store.ts'
import { SummaryStep } from './SummaryStep.tsx'

/** A list of an employer, step by step: nothing is written before the last. */
export function EmployerListScreen() {
  const { t } = useTranslation('employerList')
  const store = useEmployerList()
  const place = useRef<HTMLElement>(null)
  const before = useRef<StepName | null>(null)
  const { loaded, list, view } = useStore(store)
  useEffect(() => store.follow(), [store])
  const step: StepName =
    list === null ? 'choose' : list.step === 'done' ? 'report' : list.step === 'columns' ? 'columns' : view
  // The button that led here is gone: the keyboard goes on in the new step, and a reader hears its name.
  useEffect(() => {
    if (before.current !== null && before.current !== step) place.current?.focus()
    before.current = loaded ? step : null
  }, [loaded, step])
  if (!loaded) return null
  return (
    <section ref={place} className={styles.screen} tabIndex={-1} aria-label={t(($) => $.steps[step])}>
      <StepBar current={step} />
      {list === null && <ChooseStep />}
      {list?.step === 'columns' && <ColumnsStep key={list.header?.join('\n') ?? list.lines} list={list} />}
      {list?.step === 'check' && view === 'check' && <CheckStep list={list} />}
      {list?.step === 'check' && view === 'session' && <SessionStep list={list} />}
      {list?.step === 'check' && view === 'summary' && <SummaryStep list={list} />}
      {list?.step === 'done' && <ReportStep list={list} />}
    </section>
  )
}
