import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EmployerListState } from '../../shared/calls/employerList.ts'
import { type ColumnMeaning, columnMeanings } from '../../shared/employerList/columns.ts'
import styles from './ColumnTable.module.css'

interface ColumnTableProps {
  readonly list: EmployerListState
  readonly columns: readonly ColumnMeaning[]
  readonly onChange: (columns: readonly ColumnMeaning[]) => void
}

const offered = columnMeanings.filter((meaning) => meaning !== 'nationalNumber')

/** The first lines of the list, under what each column is taken for. */
export function ColumnTable({ list, columns, onChange }: ColumnTableProps) {
  const { t } = useTranslation('employerList')
  const titleOf = (column: number) =>
    list.header?.[column] || t(($) => $.columns.unnamed, { number: String(column + 1) })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a stop here no key scrolls the table
    <section className={styles.place} tabIndex={0} aria-label={t(($) => $.columns.preview)}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((meaning, column) => (
              // oxlint-disable-next-line react/no-array-index-key -- a column is its place
              <th key={column} scope="col" data-taken={meaning !== 'none' && meaning !== 'nationalNumber'}>
                <span className={styles.title}>{titleOf(column)}</span>
                {list.nationalNumbers.includes(column) ? (
                  <span className={styles.dropped}>{t(($) => $.columns.dropped)}</span>
                ) : (
                  <NativeSelect
                    className={styles.select}
                    aria-label={t(($) => $.columns.column, { name: titleOf(column) })}
                    value={meaning}
                    data={offered.map((value) => ({ value, label: t(($) => $.meanings[value]) }))}
                    onChange={(event) => {
                      const wanted = offered.find((known) => known === event.currentTarget.value)
                      if (wanted) onChange(columns.map((before, at) => (at === column ? wanted : before)))
                    }}
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.preview.map((cells, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line is its place
            <tr key={row}>
              {columns.map((meaning, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- a column is its place
                <td key={column} data-taken={meaning !== 'none' && meaning !== 'nationalNumber'}>
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
