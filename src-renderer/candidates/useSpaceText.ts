import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../shared/candidate.ts'
import { useFormat } from '../i18n/format.ts'

/** Rule 11: whether the person has come into MyCertassur, and said there that the record is right. */
export function useSpaceText(): (candidate: Candidate) => string {
  const { t } = useTranslation('candidates')
  const format = useFormat()
  return ({ openedAt, confirmedAt }) => {
    if (confirmedAt) return t(($) => $.space.confirmed, { date: format.date(confirmedAt) })
    return openedAt ? t(($) => $.space.opened, { date: format.date(openedAt) }) : t(($) => $.space.never)
  }
}
