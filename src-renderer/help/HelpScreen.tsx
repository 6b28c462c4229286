import { IconHeadset, IconUserSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CandidateRow } from '../../shared/calls/candidate.ts'
import { useFormat } from '../i18n/format.ts'
import { PersonName } from '../ui/Detail.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListState } from '../ui/ListState.tsx'
import { type Column, RowGrid } from '../ui/RowGrid.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SplitScreen } from '../ui/SplitScreen.tsx'
import { CallerPane } from './CallerPane.tsx'
import styles from './HelpScreen.module.css'
import { useHelp } from './store.ts'

/** Rule 12: somebody calls; who he is, what about, and what is done about it. */
export function HelpScreen() {
  const { t } = useTranslation('help')
  const help = useHelp()
  const { people } = help
  const caller = useStore(help, (state) => state.caller)
  const text = useStore(people, ({ query }) => query.text)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => help.follow(), [help])
  const columns = useColumns()
  const toSearch = () => requestAnimationFrame(() => search.current?.focus())
  return (
    <SplitScreen
      className={styles.screen}
      title={t(($) => $.title)}
      bar={
        <SearchField
          ref={search}
          label={t(($) => $.search.label)}
          placeholder={t(($) => $.search.placeholder)}
          value={text}
          onType={(typed) => people.ask({ text: typed }, true)}
          onDown={() => {
            people.choose(0)
            grid.current?.focus()
          }}
          autoFocus
        />
      }
      opened={caller !== null}
      onBack={() => {
        help.leave()
        toSearch()
      }}
      detailLabel={caller ? t(($) => $.title) : t(($) => $.empty.closed)}
      list={
        <RowGrid
          ref={grid}
          list={people}
          label={t(($) => $.search.label)}
          columns={columns}
          className={styles.columns}
          onEnter={() => pane.current?.querySelector<HTMLElement>('input')?.focus()}
          onUp={toSearch}
        >
          <ListState list={people}>
            <EmptyState icon={IconUserSearch} title={t(($) => $.empty.none)} help={t(($) => $.empty.noneHelp)} />
          </ListState>
        </RowGrid>
      }
      detail={
        caller ? (
          <div ref={pane} className={styles.pane}>
            <CallerPane key={caller.record.candidate.id} caller={caller} />
          </div>
        ) : (
          <EmptyState icon={IconHeadset} title={t(($) => $.empty.closed)} help={t(($) => $.empty.closedHelp)} />
        )
      }
    />
  )
}

function useColumns(): readonly Column<CandidateRow>[] {
  const { t } = useTranslation('help')
  const format = useFormat()
  return [
    {
      key: 'person',
      label: t(($) => $.columns.person),
      cell: (row) => <PersonName {...row} />,
      title: ({ lastName, firstName }) => `${lastName} ${firstName}`,
    },
    {
      key: 'born',
      label: t(($) => $.columns.born),
      cell: ({ birthDate }) => (birthDate ? <time>{format.day(birthDate)}</time> : ''),
    },
    { key: 'login', label: t(($) => $.columns.login), cell: ({ login }) => login ?? '' },
  ]
}
