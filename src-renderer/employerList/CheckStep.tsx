import { Button } from '@mantine/core'
import { IconListSearch, IconTable } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type EmployerListState, lineFilters } from '../../shared/calls/employerList.ts'
import { Chips } from '../ui/Chips.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListState } from '../ui/ListState.tsx'
import { RowGrid } from '../ui/RowGrid.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SplitScreen } from '../ui/SplitScreen.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import { CheckStrip } from './CheckStrip.tsx'
import styles from './CheckStep.module.css'
import { LineDetail } from './LineDetail.tsx'
import { useEmployerList } from './store.ts'
import { useColumns } from './useColumns.tsx'

/** Every line beside the record that it may be of, decided one by one or many at once. */
export function CheckStep({ list }: { list: EmployerListState }) {
  const { t } = useTranslation('employerList')
  const store = useEmployerList()
  const { rows } = store
  const { query, chosen } = useStore(rows)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const columns = useColumns()
  const { counts, plan, matching } = list
  const ready = matching === null && plan.undecided === 0
  const always = new Set<string>(['all', 'undecided'])
  const shown = lineFilters.filter((filter) => always.has(filter) || counts[filter] > 0 || filter === query.only)

  useShortcut('Ctrl+F', () => search.current?.select())
  const enterList = () => {
    grid.current?.focus()
    rows.choose(Math.max(rows.getState().index, 0))
  }
  const toGrid = () => requestAnimationFrame(() => grid.current?.focus())

  return (
    <SplitScreen
      className={styles.screen}
      title={t(($) => $.check.title)}
      count={
        <>
          {t(($) => $.check.count, { count: list.lines - list.imported })} ·{' '}
          {plan.undecided === 0 ? t(($) => $.check.allDecided) : t(($) => $.check.left, { count: plan.undecided })}
        </>
      }
      acts={
        <>
          <Button variant="default" onClick={() => void store.back()}>
            {t(($) => $.check.back)}
          </Button>
          <Button
            data-disabled={!ready || undefined}
            aria-disabled={!ready}
            onClick={() => {
              if (ready) store.show('session')
              else if (matching === null) rows.ask({ only: 'undecided', text: '' })
            }}
          >
            {t(($) => $.check.next)}
          </Button>
        </>
      }
      bar={
        <>
          <SearchField
            ref={search}
            label={t(($) => $.check.search)}
            placeholder={t(($) => $.check.placeholder)}
            value={query.text}
            onType={(text) => rows.ask({ text }, true)}
            onDown={enterList}
          />
          <Chips
            label={t(($) => $.check.filter)}
            value={query.only}
            onChoose={(only) => rows.ask({ only })}
            chips={shown.map((value) => ({ value, label: t(($) => $.filters[value]), count: counts[value] }))}
          />
        </>
      }
      strip={<CheckStrip list={list} opened={chosen !== null} />}
      opened={chosen !== null}
      onBack={() => {
        rows.leave()
        toGrid()
      }}
      detailLabel={chosen ? t(($) => $.line.meta, { line: chosen.line }) : t(($) => $.check.closed)}
      list={
        <RowGrid
          ref={grid}
          list={rows}
          label={t(($) => $.check.list)}
          columns={columns}
          className={styles.columns}
          onEnter={() =>
            requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-decide] button')?.focus())
          }
          onUp={() => search.current?.focus()}
        >
          <ListState list={rows}>
            <EmptyState icon={IconListSearch} title={t(($) => $.check.noRows)} help={t(($) => $.check.noRowsHelp)} />
          </ListState>
        </RowGrid>
      }
      detail={
        chosen ? (
          <LineDetail key={chosen.key} row={chosen} onDecided={toGrid} />
        ) : (
          <EmptyState icon={IconTable} title={t(($) => $.check.closed)} help={t(($) => $.check.closedHelp)} />
        )
      }
    />
  )
}
