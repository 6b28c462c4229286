import { Button } from '@mantine/core'
import { IconIdOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { DoorRow } from '../../shared/calls/checkIn.ts'
import { cameIn } from '../../shared/checkIn.ts'
import styles from './DoorList.module.css'
import { languageOf, letters } from './keys.ts'
import { useCheckIn } from './store.ts'

interface RowActsProps {
  readonly row: DoorRow
  readonly onDone: () => void
}

/** What can be done with the person under the cursor, each with its key. */
export function RowActs({ row, onDone }: RowActsProps) {
  const { t, i18n } = useTranslation('checkIn')
  const { view, acts } = useCheckIn()
  const hour = useStore(view, (state) => state.hour)
  const key = letters[languageOf(i18n.language)]
  const name = `${row.lastName} ${row.firstName}`
  const at = (act: string) => (hour === null ? act : t(($) => $.acts.atHour, { act, time: hour }))
  const then = (act: () => unknown) => () => {
    act()
    onDone()
  }
  if (row.mark !== null) {
    return (
      <span className={styles.acts} role="group" aria-label={t(($) => $.acts.label, { name })}>
        {cameIn(row.mark) && (
          <Button
            variant="default"
            aria-keyshortcuts={`Alt+${key.leftEarly}`}
            title={`Alt ${key.leftEarly}`}
            onClick={then(() => acts.mark(row, 'leftEarly'))}
          >
            {at(t(($) => $.acts.leftEarly))}
          </Button>
        )}
        <Button variant="subtle" aria-keyshortcuts="Control+Z" title="Ctrl Z" onClick={() => acts.undo(row)}>
          {t(($) => $.acts.undo)}
        </Button>
      </span>
    )
  }
  return (
    <span className={styles.acts} role="group" aria-label={t(($) => $.acts.label, { name })}>
      <Button title={t(($) => $.keys.enter)} onClick={then(() => acts.mark(row, 'present'))}>
        {at(t(($) => $.acts.present))}
      </Button>
      {(['late', 'absent'] as const).map((mark) => (
        <Button
          key={mark}
          variant="default"
          aria-keyshortcuts={`Alt+${key[mark]}`}
          title={`Alt ${key[mark]}`}
          onClick={then(() => acts.mark(row, mark))}
        >
          {t(($) => $.acts[mark])}
        </Button>
      ))}
      <Button
        variant="subtle"
        aria-keyshortcuts={`Alt+${key.notAdmitted}`}
        title={`Alt ${key.notAdmitted}`}
        onClick={() => acts.ask({ kind: 'refusal', row })}
      >
        {t(($) => $.acts.notAdmitted)}
      </Button>
      <Identity letter={key.identity} />
    </span>
  )
}

/** What the next mark will say about the document; the same key goes round. */
function Identity({ letter }: { letter: string }) {
  const { t } = useTranslation('checkIn')
  const { view } = useCheckIn()
  const identity = useStore(view, (state) => state.identity)
  const state = t(($) => $.identity[identity])
  return (
    <button
      type="button"
      className={styles.identity}
      data-identity={identity}
      aria-keyshortcuts={`Alt+${letter}`}
      title={t(($) => $.identity.change, { state, key: `Alt ${letter}` })}
      onClick={() => view.nextIdentity()}
    >
      {identity !== 'matches' && <IconIdOff size={15} stroke={1.9} aria-hidden />}
      <span>{identity === 'differs' ? t(($) => $.identity.differsShort) : state}</span>
    </button>
  )
}
