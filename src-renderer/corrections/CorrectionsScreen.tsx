import { IconColumns2, IconUserEdit } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CorrectionRow } from '../../shared/calls/correction.ts'
import { useFormat } from '../i18n/format.ts'
import { PersonName } from '../ui/Detail.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListState } from '../ui/ListState.tsx'
import { type Column, RowGrid } from '../ui/RowGrid.tsx'
import { SplitScreen } from '../ui/SplitScreen.tsx'
import { CorrectionDetail } from './CorrectionDetail.tsx'
import { CorrectionTag, useCorrectionWords } from './CorrectionTag.tsx'
import styles from './CorrectionsScreen.module.css'
import { useCorrections } from './store.ts'

/** What candidates ask their centre to correct: those that wait first. */
export function CorrectionsScreen() {
  const { t } = useTranslation('corrections')
  const { list } = useCorrections()
  const chosen = useStore(list, (state) => state.chosen)
  const grid = useRef<HTMLDivElement>(null)
  const detail = useRef<HTMLDivElement>(null)
  const columns = useColumns()
  const toList = () => requestAnimationFrame(() => grid.current?.focus())
  return (
    <SplitScreen
      className={styles.screen}
      title={t(($) => $.title)}
      opened={chosen !== null}
      onBack={() => {
        list.leave()
        toList()
      }}
      detailLabel={chosen ? t(($) => $.title) : t(($) => $.empty.closed)}
      list={
        <RowGrid
          ref={grid}
          list={list}
          label={t(($) => $.title)}
          columns={columns}
          className={styles.columns}
          onEnter={() => detail.current?.querySelector<HTMLElement>('footer > button:last-child')?.focus()}
        >
          <ListState list={list}>
            <EmptyState icon={IconUserEdit} title={t(($) => $.empty.none)} help={t(($) => $.empty.noneHelp)} />
          </ListState>
        </RowGrid>
      }
      detail={
        chosen ? (
          <div ref={detail} className={styles.detail}>
            <CorrectionDetail key={chosen.correction.id} row={chosen} onDone={toList} />
          </div>
        ) : (
          <EmptyState icon={IconColumns2} title={t(($) => $.empty.closed)} help={t(($) => $.empty.closedHelp)} />
        )
      }
    />
  )
}

function useColumns(): readonly Column<CorrectionRow>[] {
  const { t } = useTranslation('corrections')
  const format = useFormat()
  const words = useCorrectionWords()
  return [
    {
      key: 'person',
      label: t(($) => $.columns.person),
      cell: ({ candidate }) => (candidate ? <PersonName {...candidate} /> : t(($) => $.gone)),
      title: ({ candidate }) => (candidate ? `${candidate.lastName} ${candidate.firstName}` : t(($) => $.gone)),
    },
    { key: 'what', label: t(($) => $.columns.what), cell: words.what, title: words.what },
    {
      key: 'asked',
      label: t(($) => $.columns.asked),
      cell: ({ correction }) => <time>{format.date(correction.askedAt)}</time>,
    },
    { key: 'state', label: t(($) => $.columns.state), cell: (row) => <CorrectionTag row={row} /> },
  ]
}
