import { IconArrowsJoin2, IconColumns2 } from '@tabler/icons-react'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { assertNever } from '../../shared/result.ts'
import { Chips } from '../ui/Chips.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListState } from '../ui/ListState.tsx'
import type { PagedList, PageAnswer } from '../ui/pagedList.ts'
import { type Column, RowGrid } from '../ui/RowGrid.tsx'
import { SplitScreen } from '../ui/SplitScreen.tsx'
import { useDuplicateColumns } from './columns.tsx'
import styles from './DuplicatesScreen.module.css'
import { HoldDetail } from './HoldDetail.tsx'
import { isOpen } from './look.ts'
import { PairDetail } from './PairDetail.tsx'
import { RequestDetail } from './RequestDetail.tsx'
import { SearchProgress } from './SearchProgress.tsx'
import { pairId, parts, useDuplicates } from './store.ts'

/** Who may exist twice: what waits for a decision, what this desk suspects, and what was asked of Certassur. */
export function DuplicatesScreen() {
  const { t } = useTranslation('duplicates')
  const duplicates = useDuplicates()
  const part = useStore(duplicates.part, (state) => state.part)
  const grid = useRef<HTMLDivElement>(null)
  const detail = useRef<HTMLDivElement>(null)
  const opened = useStore(duplicates[part], ({ chosen }) => chosen !== null)
  const counts = useCounts()
  useEffect(() => duplicates.follow(), [duplicates])

  const toList = () => requestAnimationFrame(() => grid.current?.focus())
  return (
    <SplitScreen
      className={styles.screen}
      title={t(($) => $.screen.title)}
      bar={
        <Chips
          label={t(($) => $.screen.filter.label)}
          value={part}
          onChoose={duplicates.choose}
          chips={parts.map((value) => ({ value, label: t(($) => $.screen.filter[value]), count: counts[value] }))}
        />
      }
      strip={part === 'pairs' && <SearchProgress pairs={duplicates.pairs} />}
      opened={opened}
      onBack={() => {
        duplicates[part].leave()
        toList()
      }}
      detailLabel={opened ? t(($) => $.screen.filter[part]) : t(($) => $.screen.empty.closed)}
      list={<PartList key={part} grid={grid} detail={detail} />}
      detail={
        opened ? (
          <OpenedRow key={part} detail={detail} onDone={toList} />
        ) : (
          <EmptyState
            icon={IconColumns2}
            title={t(($) => $.screen.empty.closed)}
            help={t(($) => $.screen.empty.closedHelp)}
          />
        )
      }
    />
  )
}

/** What waits in each part; of the pairs nothing is known before somebody looks at them. */
function useCounts() {
  const { holds, pairs, requests } = useDuplicates()
  return {
    holds: useStore(holds, ({ answer }) => answer?.all.filter(({ hold }) => hold.decision === null).length),
    pairs: useStore(pairs, ({ answer }) => answer?.total),
    requests: useStore(requests, ({ answer }) => answer?.all.filter(({ request }) => isOpen(request)).length),
  }
}

interface PartListProps {
  readonly grid: RefObject<HTMLDivElement | null>
  readonly detail: RefObject<HTMLDivElement | null>
}

function PartList(places: PartListProps) {
  const duplicates = useDuplicates()
  const part = useStore(duplicates.part, (state) => state.part)
  const columns = useDuplicateColumns()
  switch (part) {
    case 'holds':
      return <Rows {...places} list={duplicates.holds} columns={columns.holds} part={part} />
    case 'pairs':
      return <Rows {...places} list={duplicates.pairs} columns={columns.pairs} part={part} />
    case 'requests':
      return <Rows {...places} list={duplicates.requests} columns={columns.requests} part={part} />
    default:
      return assertNever(part)
  }
}

interface RowsProps<Row, Answer extends PageAnswer<Row>> extends PartListProps {
  readonly list: PagedList<object, Row, Answer>
  readonly columns: readonly Column<Row>[]
  readonly part: (typeof parts)[number]
}

function Rows<Row, Answer extends PageAnswer<Row>>(props: RowsProps<Row, Answer>) {
  const { grid, detail, list, columns, part } = props
  const { t } = useTranslation('duplicates')
  const { pairs } = useDuplicates()
  const searching = useStore(pairs, ({ answer }) => answer !== null && answer.compared < answer.records)
  const empty = part === 'pairs' && searching ? 'searching' : part
  return (
    <RowGrid
      ref={grid}
      list={list}
      label={t(($) => $.screen.filter[part])}
      columns={columns}
      className={styles[part]}
      onEnter={() => detail.current?.querySelector<HTMLElement>('footer > button:last-child')?.focus()}
    >
      <ListState list={list}>
        <EmptyState
          icon={IconArrowsJoin2}
          title={t(($) => $.screen.empty[empty])}
          help={t(($) => $.screen.empty[`${empty}Help`])}
        />
      </ListState>
    </RowGrid>
  )
}

interface OpenedRowProps {
  readonly detail: RefObject<HTMLDivElement | null>
  readonly onDone: () => void
}

function OpenedRow({ detail, onDone }: OpenedRowProps) {
  const { part: partStore, holds, pairs, requests } = useDuplicates()
  const part = useStore(partStore, (state) => state.part)
  const hold = useStore(holds, ({ chosen }) => chosen)
  const pair = useStore(pairs, ({ chosen }) => chosen)
  const request = useStore(requests, ({ chosen }) => chosen)
  return (
    <div ref={detail} className={styles.detail}>
      {part === 'holds' && hold && <HoldDetail key={hold.hold.id} held={hold} onDone={onDone} />}
      {part === 'pairs' && pair && <PairDetail key={pairId(pair)} pair={pair} onDone={onDone} />}
      {part === 'requests' && request && <RequestDetail key={request.request.id} row={request} onDone={onDone} />}
    </div>
  )
}
