import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../shared/calls/employerList.ts'
import { useFormat } from '../i18n/format.ts'
import { PersonName } from '../ui/Detail.tsx'
import type { Column } from '../ui/RowGrid.tsx'
import { Tag } from '../ui/Tag.tsx'
import styles from './CheckStep.module.css'
import { decisionLook, decisionOf, verdictLook } from './look.ts'

/** What a line shows in the list: who, what the desk found, and what is decided. */
export function useColumns(): readonly Column<ListRow>[] {
  const { t } = useTranslation('employerList')
  const format = useFormat()
  return [
    { key: 'line', label: t(($) => $.check.columns.line), cell: ({ line }) => format.number(line) },
    {
      key: 'name',
      label: t(($) => $.check.columns.name),
      cell: ({ written }) => <PersonName lastName={written.lastName} firstName={written.firstName} />,
      title: ({ written }) => `${written.lastName} ${written.firstName}`,
    },
    {
      key: 'birthDate',
      label: t(($) => $.check.columns.birthDate),
      cell: ({ values, written }) => (values?.birthDate ? format.day(values.birthDate) : written.birthDate),
    },
    {
      key: 'found',
      label: t(($) => $.check.columns.found),
      cell: ({ verdict }) => <Tag {...verdictLook[verdict]}>{t(($) => $.verdicts[verdict])}</Tag>,
      title: ({ verdict }) => t(($) => $.verdicts[verdict]),
    },
    {
      key: 'record',
      label: t(($) => $.check.columns.record),
      cell: ({ record }) => record && <PersonName lastName={record.lastName} firstName={record.firstName} />,
      title: ({ record }) => (record ? `${record.lastName} ${record.firstName}` : ''),
    },
    {
      key: 'decision',
      label: t(($) => $.check.columns.decision),
      cell: (row) => <Decision row={row} />,
    },
  ]
}

function Decision({ row }: { row: ListRow }) {
  const { t } = useTranslation('employerList')
  const decision = decisionOf(row)
  if (decision === null) return null
  if (decision === 'none' || decision === 'refused') {
    return (
      <span className={styles.open} data-refused={decision === 'refused'}>
        {t(($) => $.decisions[decision])}
      </span>
    )
  }
  return <Tag {...decisionLook[decision]}>{t(($) => $.decisions[decision])}</Tag>
}
