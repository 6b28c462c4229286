import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Reason } from '../../shared/matching/reasons.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { breakable } from '../ui/breakable.tsx'
import type { ComparedField } from './remarks.ts'
import styles from './SideTable.module.css'
import { type LineRemark, linesOf, type Side } from './sides.ts'
import { useWords } from './useWords.ts'

/** A way to a record, and its whole name for who does not see the column. */
interface OpenRecord {
  readonly id: string
  readonly label: string
}

interface SideTableProps {
  readonly left: Side
  readonly right: Side
  readonly reasons: readonly Reason[]
  /** What stands above the two columns. */
  readonly heads: readonly [left: string, right: string]
  /** The way to each record; null for one that is not on this desk. */
  readonly opens?: readonly [left: OpenRecord | null, right: OpenRecord | null]
}

/** Two records side by side, field by field, and what was seen in each. */
export function SideTable({ left, right, reasons, heads, opens }: SideTableProps) {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  const words = useWords()

  const value = (field: ComparedField, text: string | null) => {
    if (text === null || text === '') return <span className={styles.empty}>{t(($) => $.empty)}</span>
    return field === 'birthDate' ? <span className={styles.day}>{format.day(text)}</span> : breakable(text)
  }
  const said = (remark: LineRemark): string => {
    if (remark === null) return ''
    return typeof remark === 'string' ? t(($) => $[remark]) : words.reason(remark)
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.compare.field)}</th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
          <th scope="col">{t(($) => $.compare.remark)}</th>
        </tr>
      </thead>
      <tbody>
        {linesOf(left, right, reasons).map(({ field, left: mine, right: theirs, differs, remark }) => (
          <tr key={field}>
            <th scope="row">{t(($) => $.fields[field])}</th>
            <td>{value(field, mine)}</td>
            <td>{differs && theirs ? <mark>{value(field, theirs)}</mark> : value(field, theirs)}</td>
            <td>
              {remark && (
                <span className={styles.remark} data-differs={differs}>
                  {said(remark)}
                </span>
              )}
            </td>
          </tr>
        ))}
        {left.login !== undefined && right.login !== undefined && (
          <tr>
            <th scope="row">{t(($) => $.fields.login)}</th>
            <td>{words.login({ login: left.login })}</td>
            <td>{words.login({ login: right.login })}</td>
            <td className={styles.empty}>{t(($) => $.ownLogin)}</td>
          </tr>
        )}
        {opens && (
          <tr className={styles.opens}>
            <th scope="row">{t(($) => $.compare.consult)}</th>
            {opens.map((open, at) => (
              <td key={heads[at]} colSpan={at + 1}>
                {open ? <OpenLink {...open} /> : t(($) => $.compare.elsewhere)}
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  )
}

function OpenLink({ id, label }: OpenRecord) {
  const { t } = useTranslation('duplicates')
  const { going } = useTools()
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={label}
      onClick={() => void going.go({ screen: 'candidates', id })}
    >
      {t(($) => $.acts.open)}
    </Button>
  )
}
