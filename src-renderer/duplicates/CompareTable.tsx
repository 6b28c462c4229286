import { useTranslation } from 'react-i18next'
import type { ComparedCandidate, SimilarPerson } from '../../shared/calls/duplicate.ts'
import { useFormat } from '../i18n/format.ts'
import { breakable } from '../ui/breakable.tsx'
import styles from './CompareDialog.module.css'
import { type ComparedField, comparedFields, differ, remarkOn } from './remarks.ts'
import { useWords } from './useWords.ts'

/** Two records side by side, field by field, and what the desk saw in each. */
export function CompareTable({ candidate, other }: { candidate: ComparedCandidate; other: SimilarPerson }) {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  const words = useWords()

  const value = (of: ComparedCandidate, field: ComparedField) => {
    const text = of[field]
    if (text === null || text === '') return <span className={styles.empty}>{t(($) => $.empty)}</span>
    return field === 'birthDate' ? format.day(text) : breakable(text)
  }
  const remark = (field: ComparedField): string => {
    const seen = remarkOn(field, other.reasons)
    // Accents, spaces and the way a number is written do not count.
    if (seen?.code === 'same' && differ(candidate, other.candidate, field)) return t(($) => $.written)
    if (seen) return words.reason(seen)
    const lacks = [candidate, other.candidate].filter((one) => !one[field]).length
    return lacks === 1 ? t(($) => $.missing) : ''
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.compare.field)}</th>
          <th scope="col">{t(($) => $.compare.this)}</th>
          <th scope="col">{t(($) => $.compare.other)}</th>
          <th scope="col">{t(($) => $.compare.remark)}</th>
        </tr>
      </thead>
      <tbody>
        {comparedFields.map((field) => {
          const differs = differ(candidate, other.candidate, field)
          return (
            <tr key={field}>
              <th scope="row">{t(($) => $.fields[field])}</th>
              <td>{value(candidate, field)}</td>
              <td>
                {differs && other.candidate[field] ? (
                  <mark>{value(other.candidate, field)}</mark>
                ) : (
                  value(other.candidate, field)
                )}
              </td>
              <td className={styles.remark} data-differs={differs}>
                {remark(field)}
              </td>
            </tr>
          )
        })}
        <tr>
          <th scope="row">{t(($) => $.fields.login)}</th>
          <td>{words.login(candidate)}</td>
          <td>{words.login(other.candidate)}</td>
          <td className={styles.empty}>{t(($) => $.ownLogin)}</td>
        </tr>
      </tbody>
    </table>
  )
}
