import { useTranslation } from 'react-i18next'
import styles from './StepBar.module.css'

const steps = ['choose', 'columns', 'check', 'session', 'summary', 'report'] as const
export type StepName = (typeof steps)[number]

/** Where one is on the way of a list; where the place is short, in one sentence. */
export function StepBar({ current }: { current: StepName }) {
  const { t } = useTranslation('employerList')
  const at = steps.indexOf(current)
  return (
    <nav className={styles.bar} aria-label={t(($) => $.steps.label)}>
      <p className={styles.short} aria-hidden>
        {t(($) => $.steps.of, { number: at + 1, count: steps.length, name: t(($) => $.steps[current]) })}
      </p>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={styles.step}
            aria-current={step === current ? 'step' : undefined}
            data-done={index < at}
          >
            <span className={styles.number}>{index + 1}</span>
            {t(($) => $.steps[step])}
          </li>
        ))}
      </ol>
    </nav>
  )
}
