import { Button } from '@mantine/core'
import { IconCertificate } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { DocumentPreview } from '../documents/DocumentPreview.tsx'
import { BatchDialog } from '../printBatch/BatchDialog.tsx'
import { Chips } from '../ui/Chips.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListState } from '../ui/ListState.tsx'
import { RowGrid } from '../ui/RowGrid.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SplitScreen } from '../ui/SplitScreen.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import { AttestationDetail } from './AttestationDetail.tsx'
import styles from './AttestationsScreen.module.css'
import { printable } from './look.ts'
import { type AttestationFilter, useAttestations } from './store.ts'
import { useColumns } from './useColumns.tsx'

const filters: readonly AttestationFilter[] = ['ready', 'printed', 'awaited', 'late', 'all']

/** The success attestations of the centre's candidates: to print, printed, still to come. */
export function AttestationsScreen() {
  const { t } = useTranslation('attestations')
  const attestations = useAttestations()
  const { list } = attestations
  const { query, answer, total, loaded, chosen } = useStore(list)
  const { t: several } = useTranslation('printBatch')
  const [batch, setBatch] = useState(false)
  const [printing, setPrinting] = useState<string | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const columns = useColumns()

  const print = () => {
    if (chosen && printable(chosen.state)) setPrinting(chosen.attestation.id)
  }
  useEffect(() => attestations.follow(), [attestations])
  useShortcut('Ctrl+F', () => search.current?.select())
  useShortcut('Ctrl+P', print)

  const enterList = () => {
    grid.current?.focus()
    list.choose(Math.max(list.getState().index, 0))
  }
  const back = () => {
    list.leave()
    requestAnimationFrame(() => grid.current?.focus())
  }

  return (
    <>
      <SplitScreen
        title={t(($) => $.title)}
        count={loaded ? t(($) => $.count, { count: total }) : ''}
        bar={
          <>
            <SearchField
              ref={search}
              label={t(($) => $.search.label)}
              placeholder={t(($) => $.search.placeholder)}
              value={query.text}
              onType={(text) => list.ask({ text }, true)}
              onDown={enterList}
            />
            <Chips
              label={t(($) => $.filter.label)}
              value={query.state}
              onChoose={(state) => list.ask({ state })}
              chips={filters.map((value) => ({
                value,
                label: t(($) => $.filter[value === 'replaced' ? 'all' : value]),
                count: value === 'all' ? undefined : answer?.counts[value],
              }))}
            />
            <Button variant="default" onClick={() => setBatch(true)}>
              {several(($) => $.open)}
            </Button>
            <span className={styles.keys}>{t(($) => $.search.keys)}</span>
          </>
        }
        opened={chosen !== null}
        onBack={back}
        detailLabel={chosen ? t(($) => $.title) : t(($) => $.empty.closed)}
        list={
          <RowGrid
            ref={grid}
            list={list}
            label={t(($) => $.title)}
            columns={columns}
            className={styles.columns}
            onEnter={print}
            onUp={() => search.current?.focus()}
          >
            <ListState list={list}>
              <Nothing />
            </ListState>
          </RowGrid>
        }
        detail={
          chosen ? (
            <AttestationDetail key={chosen.attestation.id} row={chosen} onPrint={print} />
          ) : (
            <EmptyState icon={IconCertificate} title={t(($) => $.empty.closed)} help={t(($) => $.empty.closedHelp)} />
          )
        }
      />
      {batch && <BatchDialog onClose={() => setBatch(false)} />}
      {printing !== null && (
        <DocumentPreview
          source={{ kind: 'success', id: printing }}
          onClose={() => {
            setPrinting(null)
            requestAnimationFrame(() => grid.current?.focus())
          }}
        />
      )}
    </>
  )
}

function Nothing() {
  const { t } = useTranslation('attestations')
  const { text, state } = useStore(useAttestations().list, ({ answered }) => answered)
  const special = state === 'ready' || state === 'late' || state === 'awaited' ? state : 'none'
  return text.trim() === '' ? (
    <EmptyState icon={IconCertificate} title={t(($) => $.empty[special])} help={t(($) => $.empty[`${special}Help`])} />
  ) : (
    <EmptyState
      icon={IconCertificate}
      title={t(($) => $.empty.noMatch, { text })}
      help={t(($) => $.empty.noMatchHelp)}
    />
  )
}
