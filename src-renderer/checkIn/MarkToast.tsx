import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { cameIn } from '../../shared/checkIn.ts'
import { useFormat } from '../i18n/format.ts'
import { markLook } from './look.ts'
import styles from './MarkToast.module.css'
import { PersonName } from './PersonName.tsx'
import { lastMarkOf } from './rows.ts'
import { useCheckIn } from './store.ts'

const shownFor = 10_000

/** What was just noted, and the way back. The way back stays when the line goes: Ctrl+Z. */
export function MarkToast() {
  const { t } = useTranslation('checkIn')
  const format = useFormat()
  const { door, acts } = useCheckIn()
  const { done, list } = useStore(door)
  useEffect(() => {
    if (!done) return undefined
    const end = setTimeout(door.dismiss, shownFor)
    return () => clearTimeout(end)
  }, [done, door])
  const row = list?.rows.find(({ registration }) => registration.id === done?.registrationId)
  const mark = row && lastMarkOf(row)
  const time = mark ? format.time(mark.at) : ''
  const kind = done && done.kind !== 'undone' ? done.kind : null
  const Symbol = kind && markLook[kind].icon
  return (
    <div className={styles.place} role="status">
      {done && row && (
        <div className={styles.toast}>
          {Symbol && <Symbol className={styles.icon} size={18} stroke={1.9} aria-hidden />}
          <p className={styles.text}>
            <PersonName person={row} /> · {t(($) => $.done[done.kind], { time })}
            {cameIn(kind) && done.identity === 'differs' && (
              <span className={styles.note}>{t(($) => $.identity.differsNote)}</span>
            )}
          </p>
          {mark && kind && (
            <Button variant="subtle" rightSection={<kbd aria-hidden>Ctrl Z</kbd>} onClick={() => acts.undo(row)}>
              {t(($) => $.done.undo)}
            </Button>
          )}
          <button
            type="button"
            className={styles.close}
            aria-label={t(($) => $.done.dismiss)}
            title={t(($) => $.done.dismiss)}
            onClick={door.dismiss}
          >
            <IconX size={15} stroke={1.9} aria-hidden />
          </button>
        </div>
      )}
    </div>
  )
}
