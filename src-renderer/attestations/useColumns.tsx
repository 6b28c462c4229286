import { useTranslation } from 'react-i18next'
import type { AttestationRow } from '../../shared/calls/document.ts'
import { useFormat } from '../i18n/format.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { PersonName } from '../ui/Detail.tsx'
import type { Column } from '../ui/RowGrid.tsx'
import { Tag } from '../ui/Tag.tsx'
import { stateLook } from './look.ts'

export function useColumns(): readonly Column<AttestationRow>[] {
  const { t } = useTranslation('attestations')
  const names = useCentreNames()
  const format = useFormat()
  /** About when, never a promise: the hour when it is today, else the day. */
  const state = ({ state: at, attestation }: AttestationRow): string => {
    const word = t(($) => $.state[at])
    if (at !== 'awaited') return word
    const { expectedFrom } = attestation
    const when = format.isToday(expectedFrom) ? format.time(expectedFrom) : format.date(expectedFrom)
    return `${word} · ${t(($) => $.state.about, { when })}`
  }
  return [
    {
      key: 'name',
      label: t(($) => $.columns.name),
      cell: (row) => <PersonName {...row} />,
      title: (row) => `${row.lastName} ${row.firstName}`,
    },
    {
      key: 'exam',
      label: t(($) => $.columns.exam),
      cell: (row) => names.exam(row.attestation.exam),
      title: (row) => names.examTitle(row.attestation.exam),
    },
    { key: 'date', label: t(($) => $.columns.date), cell: (row) => format.day(row.examDate) },
    {
      key: 'number',
      label: t(($) => $.columns.number),
      cell: (row) => row.attestation.number,
      title: (row) => row.attestation.number ?? '',
    },
    {
      key: 'state',
      label: t(($) => $.columns.state),
      cell: (row) => <Tag {...stateLook[row.state]}>{state(row)}</Tag>,
      title: state,
    },
  ]
}
