import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import styles from './DoorList.module.css'
import { DoorLine } from './DoorLine.tsx'
import { ElsewhereLine } from './ElsewhereLine.tsx'
import { FoundNotice, NobodyNotice } from './FoundNotice.tsx'
import { lineId, listId } from './lineId.ts'
import { useCheckIn, useShown } from './store.ts'

const columns = ['hour', 'name', 'exam', 'pc', 'mark'] as const

interface DoorListProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly search: RefObject<HTMLInputElement | null>
}

/** Everybody of the session, big enough to read while standing, and whoever was found beside the list. */
export function DoorList({ ref, search }: DoorListProps) {
  const { t } = useTranslation('checkIn')
  const { door, view } = useCheckIn()
  const open = useStore(door, ({ list }) => list?.open ?? false)
  const covered = useStore(door, ({ done }) => done !== null)
  const shown = useShown()
  const { items, cursor } = shown
  const under = items[cursor]?.key ?? null

  useEffect(() => {
    if (under !== null) document.querySelector(`#${CSS.escape(lineId(under))}`)?.scrollIntoView({ block: 'nearest' })
  }, [under])

  return (
    <section className={styles.area}>
      <FoundNotice shown={shown} />
      <div
        ref={ref}
        id={listId}
        className={styles.grid}
        role="grid"
        data-covered={covered}
        data-empty={items.length === 0}
        tabIndex={0}
        aria-label={t(($) => $.title)}
        aria-activedescendant={under === null ? undefined : lineId(under)}
        onMouseDown={(event) => {
          // The search keeps the focus; only buttons take it.
          if (event.target instanceof Element && event.target.closest('button, [data-selectable]')) return
          event.preventDefault()
          search.current?.focus()
        }}
      >
        <div role="row" className={styles.head}>
          {columns.map((column) => (
            <div key={column} role="columnheader">
              {t(($) => $.columns[column])}
            </div>
          ))}
        </div>
        {items.length > 0 && (
          <div role="rowgroup">
            {items.map((item, index) =>
              item.kind === 'row' ? (
                <DoorLine
                  key={item.key}
                  row={item.row}
                  selected={index === cursor}
                  open={open}
                  onChoose={view.choose}
                  onDone={() => search.current?.focus()}
                />
              ) : (
                <ElsewhereLine key={item.key} person={item.person} selected={index === cursor} open={open} />
              ),
            )}
          </div>
        )}
      </div>
      {items.length === 0 && <NobodyNotice />}
    </section>
  )
}
