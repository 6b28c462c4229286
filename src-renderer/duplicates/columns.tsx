import { IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ComparedCandidate, HoldCase, MergeRequestRow, SuspectedPair } from '../../shared/calls/duplicate.ts'
import { useFormat } from '../i18n/format.ts'
import { PersonName } from '../ui/Detail.tsx'
import type { Column } from '../ui/RowGrid.tsx'
import { Tag } from '../ui/Tag.tsx'
import { isOpen, unsentLook } from './look.ts'
import { RequestTag, useRequestWords } from './RequestTag.tsx'
import { useWords } from './useWords.ts'
import { Verdict } from './Verdict.tsx'

/** The columns of each part of the screen. */
export function useDuplicateColumns() {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  const words = useWords()
  const requestWords = useRequestWords()
  const gone = t(($) => $.hold.gone)
  const labels = t(($) => $.screen.columns, { returnObjects: true })
  const nameOf = (candidate: ComparedCandidate | null) => (candidate ? words.name(candidate) : gone)
  const cellOf = (candidate: ComparedCandidate | null) => (candidate ? <PersonName {...candidate} /> : gone)
  const bornOf = (candidate: ComparedCandidate | null) =>
    candidate?.birthDate ? <time>{format.day(candidate.birthDate)}</time> : ''

  const resembles = ({ matches }: HoldCase): string => {
    const [first] = matches
    if (!first) return ''
    const name = words.name(first.here ?? first.match)
    const count = matches.length - 1
    return count === 0 ? name : t(($) => $.screen.others, { name, count })
  }
  const holds: readonly Column<HoldCase>[] = [
    {
      key: 'newRecord',
      label: labels.newRecord,
      cell: ({ candidate }) => cellOf(candidate),
      title: ({ candidate }) => nameOf(candidate),
    },
    { key: 'resembles', label: labels.resembles, cell: resembles, title: resembles },
    { key: 'birthDate', label: labels.birthDate, cell: ({ candidate }) => bornOf(candidate) },
    {
      key: 'state',
      label: labels.state,
      cell: ({ hold }) =>
        hold.decision === null ? (
          <Tag tone="hold" icon={IconUserQuestion}>
            {t(($) => $.hold.tag)}
          </Tag>
        ) : (
          <Tag {...unsentLook}>{t(($) => $.merge.waiting)}</Tag>
        ),
    },
  ]
  const pairs: readonly Column<SuspectedPair>[] = [
    { key: 'record', label: labels.record, cell: ({ a }) => cellOf(a), title: ({ a }) => nameOf(a) },
    { key: 'otherRecord', label: labels.otherRecord, cell: ({ b }) => cellOf(b), title: ({ b }) => nameOf(b) },
    { key: 'birthDate', label: labels.birthDate, cell: ({ a, b }) => bornOf(a.birthDate ? a : b) },
    {
      key: 'likeness',
      label: labels.likeness,
      cell: ({ verdict, request }) =>
        isOpen(request) ? (
          <RequestTag row={{ request, waiting: request.version === 0 }} />
        ) : (
          <Verdict verdict={verdict} />
        ),
    },
  ]
  const peopleOf = ({ a, b }: MergeRequestRow): string =>
    a !== null && a.id === b?.id ? nameOf(a) : `${nameOf(a)} · ${nameOf(b)}`
  const requests: readonly Column<MergeRequestRow>[] = [
    { key: 'people', label: labels.people, cell: peopleOf, title: peopleOf },
    {
      key: 'askedAt',
      label: labels.askedAt,
      cell: ({ request: { askedAt } }) => askedAt && <time>{format.date(askedAt)}</time>,
    },
    {
      key: 'actor',
      label: labels.actor,
      cell: ({ request }) => request.actorName,
      title: ({ request }) => request.actorName ?? '',
    },
    { key: 'state', label: labels.state, cell: (row) => <RequestTag row={row} />, title: requestWords },
  ]
  return { holds, pairs, requests }
}
