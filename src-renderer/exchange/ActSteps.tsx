import { useTranslation } from 'react-i18next'
import type { ExchangeLine } from '../../shared/calls/sync.ts'
import { useFormat } from '../i18n/format.ts'
import { Part } from '../ui/Detail.tsx'
import styles from './ActSteps.module.css'

/** The dated steps: entered here → sent → answered → seen. */
export function ActSteps({ line }: { line: ExchangeLine }) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  const when = (instant: string) => ({ date: format.date(instant), time: format.time(instant) })
  const { verdict, sentAt, closedAt } = line
  const steps = [
    t(($) => $.detail.acted, when(line.actedAt)),
    !verdict && t(($) => $.detail.notSent),
    // Without an answer it was an attempt: nobody can say that it arrived.
    sentAt !== null && t(($) => (verdict ? $.detail.sent : $.detail.tried), when(sentAt)),
    verdict?.status === 'accepted' && t(($) => $.detail.accepted, when(verdict.at)),
    verdict?.status === 'rejected' && t(($) => $.detail.refusedAt, when(verdict.at)),
    verdict?.status === 'conflict' && t(($) => $.detail.answered, when(verdict.at)),
    closedAt !== null && t(($) => $.detail.closedAt, when(closedAt)),
  ].filter((step) => step !== false)
  return (
    <Part title={t(($) => $.detail.steps)}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Part>
  )
}
