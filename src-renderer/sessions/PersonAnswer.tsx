import { IconAlertTriangle, IconArrowsSplit2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ExchangeLine } from '../../shared/calls/sync.ts'
import { useActWords } from '../exchange/useActWords.ts'
import { useErrorText } from '../i18n/errorText.ts'
import styles from './People.module.css'
import { RestOfRow } from './RestOfRow.tsx'

/** Why Certassur did not take what was done with somebody's registration, and what can be done: a line below his own. */
export function PersonAnswer({ lines }: { lines: readonly ExchangeLine[] }) {
  const { t } = useTranslation('sessions')
  const errorText = useErrorText()
  const words = useActWords()
  return (
    <tr className={styles.answer}>
      <td colSpan={5}>
        {lines.map(({ id, kind, verdict }) => {
          const act = words.act(kind)
          if (verdict?.status !== 'rejected')
            return (
              <p key={id} data-tone="hold">
                <IconArrowsSplit2 size={16} stroke={1.9} aria-hidden />
                <span>
                  <b>{t(($) => $.answer.conflict, { act })}</b> {t(($) => $.answer.choose)}
                </span>
              </p>
            )
          const { what, why, next } = errorText(verdict)
          return (
            <p key={id} data-tone="bad">
              <IconAlertTriangle size={16} stroke={1.9} aria-hidden />
              <span>
                <b>{t(($) => $.answer.refused, { act })}</b> {what} {why} {t(($) => $.refused.kept)} {next}
              </span>
            </p>
          )
        })}
      </td>
      <RestOfRow />
    </tr>
  )
}
