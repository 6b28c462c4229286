import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { holdsOne, mayOverbook } from '../../shared/rights.ts'
import type { SessionRecord, SessionRow } from '../../shared/calls/session.ts'
import { useTools } from '../tools.ts'
import { useDayNames } from './days.ts'
import { Dialog } from './Dialog.tsx'
import styles from './Dialog.module.css'
import { freeSeats } from './moveStore.ts'
import { useSessions } from './store.ts'
import { useNames } from './useNames.ts'

/** Where the selected people go: the sessions to come, with the seats that are left. */
export function MoveDialog({ record }: { record: SessionRecord }) {
  const { t } = useTranslation('sessions')
  const { t: common } = useTranslation('common')
  const { deskStore } = useTools()
  const { move, people } = useSessions()
  const { ids, targets, loaded, chosen, reason, saving, error } = useStore(move)
  const roles = useStore(deskStore, ({ desk }) => desk?.operator?.roles) ?? []
  const count = ids?.length ?? 0
  const target = targets.find(({ session }) => session.id === chosen)
  const short = target !== undefined && freeSeats(target) < count
  const mayOverride = holdsOne(roles, mayOverbook)
  const ready = target !== undefined && (!short || (mayOverride && reason.trim() !== ''))
  const moving = record.registrations.filter(({ registration }) => ids?.includes(registration.id))
  const [only] = moving

  const confirm = async () => {
    if (!ready || ids === null) return
    if (await move.confirm()) people.select(ids, false)
  }

  return (
    <Dialog
      opened={ids !== null}
      size={640}
      title={
        moving.length === 1 && only
          ? t(($) => $.move.titleOne, { name: `${only.lastName.toLocaleUpperCase('fr')} ${only.firstName}` })
          : t(($) => $.move.title, { count })
      }
      error={error}
      onClose={move.giveUp}
      onSubmit={() => void confirm()}
      acts={
        <>
          <Button type="submit" data-disabled={!ready || undefined} aria-disabled={!ready} aria-busy={saving}>
            {t(($) => $.move.confirm, { count })}
          </Button>
          <Button variant="default" onClick={move.giveUp}>
            {common(($) => $.cancel)}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t(($) => $.move.help)}</p>
      <div className={styles.targets} role="radiogroup" aria-label={t(($) => $.move.label)} aria-busy={!loaded}>
        {targets.map((row, index) => (
          <Target
            key={row.session.id}
            row={row}
            count={count}
            first={index === 0}
            checked={row.session.id === chosen}
            onChoose={() => move.choose(row.session.id)}
          />
        ))}
        {loaded && targets.length === 0 && <p className={styles.nothing}>{t(($) => $.move.nowhere)}</p>}
        {!loaded && <p className={styles.nothing}>{t(($) => $.loading)}</p>}
      </div>
      {short && !mayOverride && <p className={styles.text}>{t(($) => $.warnings.askManager)}</p>}
      {short && mayOverride && (
        <TextInput
          label={t(($) => $.warnings.overrideLabel)}
          description={t(($) => $.warnings.overrideHelp)}
          required
          value={reason}
          onChange={(event) => move.explain(event.currentTarget.value)}
          maxLength={300}
          autoComplete="off"
        />
      )}
    </Dialog>
  )
}

interface TargetProps {
  readonly row: SessionRow
  readonly count: number
  readonly first: boolean
  readonly checked: boolean
  readonly onChoose: () => void
}

function Target({ row, count, first, checked, onChoose }: TargetProps) {
  const { t } = useTranslation('sessions')
  const days = useDayNames()
  const names = useNames()
  const free = freeSeats(row)
  const { session } = row
  return (
    <label className={styles.target}>
      <input type="radio" name="target" checked={checked} onChange={onChoose} data-autofocus={first || undefined} />
      <span>
        <span className={styles.when}>
          {days.long(session.date)} · {session.startTime}
        </span>
        <small>{[row.location, session.room, names.exams(session.exams)].filter(Boolean).join(' · ')}</small>
      </span>
      <span className={styles.free} data-short={free < count || undefined}>
        {free > 0 ? t(($) => $.freeSeats, { count: free }) : t(($) => $.fullSeats, { count: session.seats })}
      </span>
    </label>
  )
}
