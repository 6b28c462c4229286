import { Button } from '@mantine/core'
import { IconFilterOff, IconUserSearch, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFormat } from '../i18n/format.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './DoorList.module.css'
import { looksLikeCode } from './find.ts'
import { PersonName } from './PersonName.tsx'
import { expected, lastMarkOf, type Shown } from './rows.ts'
import { ScanNotice } from './ScanNotice.tsx'
import { useCheckIn } from './store.ts'

/** Above the lines: that the names are only near, or that nobody of that name is on the list. */
export function FoundNotice({ shown: { items, sure } }: { shown: Shown }) {
  const { t } = useTranslation('checkIn')
  const { view, elsewhere } = useCheckIn()
  const { text, hint } = useStore(view)
  const error = useStore(elsewhere, (state) => state.error)
  const near = items.filter(({ kind }) => kind === 'row').length
  const typed = text.trim()
  return (
    <>
      {hint && hint.kind !== 'scanned' && (
        <p className={styles.hint} role="status">
          {hint.kind === 'already' && <MarkedBefore registrationId={hint.registrationId} />}{' '}
          {t(($) => $.hint[hint.kind])}
        </p>
      )}
      <ScanNotice />
      {typed !== '' && near > 0 && !sure && (
        <p className={styles.hint} role="status">
          {t(($) => $.found.near, { count: near, text: typed })}
        </p>
      )}
      {typed !== '' && near === 0 && items.length > 0 && (
        <p className={styles.hint} role="status">
          {t(($) => $.found.nobody)}
        </p>
      )}
      {error && typed !== '' && (
        <div className={styles.notice}>
          <ErrorNotice error={error} />
        </div>
      )}
    </>
  )
}

/** Who has a mark already: since when, and by whom. */
function MarkedBefore({ registrationId }: { registrationId: string }) {
  const { t } = useTranslation('checkIn')
  const format = useFormat()
  const { door } = useCheckIn()
  const row = useStore(door, ({ list }) => list?.rows.find(({ registration }) => registration.id === registrationId))
  const mark = row && lastMarkOf(row)
  if (!mark) return null
  const time = format.time(mark.at)
  const { actorName: name } = mark
  return (
    <>
      <PersonName person={row} /> ·{' '}
      {name === null ? t(($) => $.mark.twiceNobody, { time }) : t(($) => $.mark.twice, { time, name })}.
    </>
  )
}

/** Instead of the lines: why there are none, and what to do. */
export function NobodyNotice() {
  const { t } = useTranslation('checkIn')
  const { door, view, acts } = useCheckIn()
  const { text, filter } = useStore(view)
  const open = useStore(door, ({ list }) => list?.open ?? false)
  const empty = useStore(door, ({ list }) => expected(list?.rows ?? []).length === 0)
  if (looksLikeCode(text)) return null
  if (text.trim() !== '') {
    return (
      <EmptyState icon={IconUserSearch} title={t(($) => $.found.nobody)} help={t(($) => $.found.nobodyHelp)}>
        {open && (
          <Button variant="default" onClick={() => acts.ask({ kind: 'newcomer' })}>
            {t(($) => $.newcomer.act)}
          </Button>
        )}
      </EmptyState>
    )
  }
  if (empty || filter === 'all') {
    return <EmptyState icon={IconUsers} title={t(($) => $.found.empty)} help={t(($) => $.found.emptyHelp)} />
  }
  return (
    <EmptyState icon={IconFilterOff} title={t(($) => $.found.filtered)} help={t(($) => $.found.filteredHelp)}>
      <Button variant="default" onClick={() => view.filter('all')}>
        {t(($) => $.found.showAll)}
      </Button>
    </EmptyState>
  )
}
