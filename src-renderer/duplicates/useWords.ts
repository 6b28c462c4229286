import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ComparedCandidate } from '../../shared/calls/duplicate.ts'
import type { Reason } from '../../shared/matching/reasons.ts'
import { useFormat } from '../i18n/format.ts'
import { isKinship } from './remarks.ts'

/** What the matcher saw, as an administrator would say it. A code without its words does not compile. */
export function reasonText(t: TFunction<'duplicates'>, reason: Reason): string {
  if (reason.code === 'sharedByMany') return t(($) => $.sharedByMany, { count: reason.others })
  switch (reason.field) {
    case 'lastName':
    case 'firstName': {
      const { code } = reason
      return isKinship(code) ? t(($) => $.kinship[code]) : t(($) => $.names[code])
    }
    case 'birthDate':
      return t(($) => $.birthDates[reason.code])
    default:
      return t(($) => $.contacts[reason.code])
  }
}

/** People and reasons in words. */
export function useWords() {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  return {
    name: ({ lastName, firstName }: Pick<ComparedCandidate, 'lastName' | 'firstName'>): string =>
      `${lastName.toLocaleUpperCase('fr')} ${firstName}`,
    born: ({ birthDate }: Pick<ComparedCandidate, 'birthDate'>): string =>
      birthDate === null ? t(($) => $.unknown.birthDate) : format.day(birthDate),
    login: ({ login }: Pick<ComparedCandidate, 'login'>): string => login ?? t(($) => $.unknown.login),
    reason: (reason: Reason): string => reasonText(t, reason),
  }
}
