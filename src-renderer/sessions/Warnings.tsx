import { IconAlertTriangle, IconBan } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RegistrationWarning } from '../../shared/calls/session.ts'
import { assertNever } from '../../shared/result.ts'
import styles from './People.module.css'
import { useNames } from './useNames.ts'

/** What stands against a registration, one line each: what, and what can be done about it. */
export function Warnings({ warnings }: { warnings: readonly RegistrationWarning[] }) {
  const say = useWarningText()
  return (
    <div role="status">
      {warnings.length > 0 && (
        <ul className={styles.warnings}>
          {warnings.map((warning) => {
            const forbids = warning.kind === 'already' || (warning.kind === 'full' && !warning.mayOverride)
            const Symbol = forbids ? IconBan : IconAlertTriangle
            const text = say(warning)
            return (
              <li key={text} data-forbids={forbids || undefined}>
                <Symbol size={16} stroke={1.9} aria-hidden />
                {text}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

function useWarningText(): (warning: RegistrationWarning) => string {
  const { t, i18n } = useTranslation('sessions')
  const names = useNames()
  const list = new Intl.ListFormat(i18n.language)
  return (warning) => {
    switch (warning.kind) {
      case 'already':
        return t(($) => $.warnings.already)
      case 'full':
        return warning.mayOverride
          ? t(($) => $.warnings.full, { count: warning.seats })
          : `${t(($) => $.warnings.full, { count: warning.seats })} ${t(($) => $.warnings.askManager)}`
      case 'sameHour':
        return t(($) => $.warnings.sameHour, { time: warning.startTime, location: warning.location })
      case 'missingExam':
        return t(($) => $.warnings.missingExam, {
          exam: names.exam(warning.exam),
          requires: names.exam(warning.requires),
        })
      case 'past':
        return t(($) => $.warnings.past)
      case 'incomplete':
        return t(($) => $.warnings.incomplete, {
          fields: list.format(warning.fields.map((field) => t(($) => $.warnings.fields[field]))),
        })
      default:
        return assertNever(warning)
    }
  }
}
