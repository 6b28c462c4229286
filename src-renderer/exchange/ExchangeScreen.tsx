import { Button } from '@mantine/core'
import { IconArrowsLeftRight, IconListDetails, IconRefresh } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ExchangeLine } from '../../shared/calls/sync.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { Chips } from '../ui/Chips.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { ListState } from '../ui/ListState.tsx'
import { type Column, RowGrid } from '../ui/RowGrid.tsx'
import { SplitScreen } from '../ui/SplitScreen.tsx'
import { Tag } from '../ui/Tag.tsx'
import { actLook, stateOf } from './act.ts'
import { ActDetail } from './ActDetail.tsx'
import styles from './ExchangeScreen.module.css'
import { HeadLine } from './HeadLine.tsx'
import { type ExchangeFilter, useExchange } from './store.ts'
import { useActWords } from './useActWords.ts'

const filters: readonly ExchangeFilter[] = ['waiting', 'toReview', 'all']

/** What this desk sent, what waits, and what Certassur answered. */
export function ExchangeScreen() {
  const { t } = useTranslation('exchange')
  const exchange = useExchange()
  const { list } = exchange
  const { query, answer, answered, chosen } = useStore(list)
  const grid = useRef<HTMLDivElement>(null)
  const detail = useRef<HTMLDivElement>(null)
  const columns = useColumns()
  useEffect(() => exchange.follow(), [exchange])

  const back = () => {
    list.leave()
    requestAnimationFrame(() => grid.current?.focus())
  }

  return (
    <SplitScreen
      title={t(($) => $.title)}
      acts={<ExchangeNow />}
      notices={<HeadLine />}
      bar={
        <Chips
          label={t(($) => $.filter.label)}
          value={query.only}
          onChoose={(only) => list.ask({ only })}
          chips={filters.map((value) => ({
            value,
            label: t(($) => $.filter[value]),
            count: answer?.counts[value],
          }))}
        />
      }
      opened={chosen !== null}
      onBack={back}
      detailLabel={chosen ? t(($) => $.columns.act) : t(($) => $.empty.closed)}
      list={
        <RowGrid
          ref={grid}
          list={list}
          label={t(($) => $.title)}
          columns={columns}
          className={styles.columns}
          onEnter={() => detail.current?.querySelector('button')?.focus()}
        >
          <ListState list={list}>
            <EmptyState
              icon={IconArrowsLeftRight}
              title={t(($) => $.empty[answered.only])}
              help={t(($) => $.empty[`${answered.only}Help`])}
            />
          </ListState>
        </RowGrid>
      }
      detail={
        chosen ? (
          <div ref={detail} className={styles.detail}>
            <ActDetail key={chosen.id} line={chosen} onDone={() => grid.current?.focus()} />
          </div>
        ) : (
          <EmptyState icon={IconListDetails} title={t(($) => $.empty.closed)} help={t(($) => $.empty.closedHelp)} />
        )
      }
    />
  )
}

function ExchangeNow() {
  const { t } = useTranslation('exchange')
  const { sync: store } = useTools()
  const { sync, error } = useStore(store)
  const busy = sync?.busy ?? false
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <Button
        variant="default"
        aria-busy={busy}
        leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
        rightSection={<kbd aria-hidden>F5</kbd>}
        onClick={() => void store.now()}
      >
        {busy ? t(($) => $.head.busy) : t(($) => $.head.now)}
      </Button>
    </>
  )
}

function useColumns(): readonly Column<ExchangeLine>[] {
  const { t } = useTranslation('exchange')
  const words = useActWords()
  const format = useFormat()
  const when = (instant: string) =>
    format.isToday(instant) ? format.time(instant) : `${format.date(instant)} ${format.time(instant)}`
  return [
    {
      key: 'act',
      label: t(($) => $.columns.act),
      cell: ({ kind }) => words.act(kind),
      title: ({ kind }) => words.act(kind),
    },
    {
      key: 'subject',
      label: t(($) => $.columns.subject),
      cell: ({ subject }) => subject,
      title: ({ subject }) => subject,
    },
    { key: 'actor', label: t(($) => $.columns.actor), cell: (line) => line.actorName, title: (line) => line.actorName },
    { key: 'actedAt', label: t(($) => $.columns.actedAt), cell: ({ actedAt }) => <time>{when(actedAt)}</time> },
    {
      key: 'state',
      label: t(($) => $.columns.state),
      cell: (line) => <Tag {...actLook[stateOf(line)]}>{t(($) => $.state[stateOf(line)])}</Tag>,
      title: (line) => t(($) => $.state[stateOf(line)]),
    },
  ]
}
