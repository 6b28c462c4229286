import { Button } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { FieldConflict } from '../../shared/merge.ts'
import styles from './ChangeNotice.module.css'
import { Notice, NoticeActs } from './Notice.tsx'

export type Side = 'theirs' | 'mine'
const sides = ['theirs', 'mine'] as const

interface ConflictNoticeProps<F extends string> {
  readonly changeId: string
  readonly texts: Readonly<Record<Side | 'title' | 'help' | 'confirm' | 'take', string>>
  readonly fields: readonly F[]
  readonly name: (field: F) => string
  readonly value: (field: F, side: Side) => ReactNode
  /** The sides are named once, above two columns; otherwise in each value, and a pair may stand on two lines. */
  readonly columns?: boolean
  /** What to say once the operator's values stand in the fields again; null before. */
  readonly taken: string | null
  /** Something else is being typed: confirming is no longer the first thing to do. */
  readonly quiet: boolean
  readonly onTake: () => void
  /** The fields in which the operator's own value is to stand. */
  readonly onConfirm: (kept: readonly F[]) => void
}

/** Two people changed the same fields: both values side by side, and the operator's choice for each. */
export function ConflictNotice<F extends string>(props: ConflictNoticeProps<F>) {
  const { changeId, texts, fields, columns = false, taken } = props
  const [choices, setChoices] = useState<Readonly<Partial<Record<string, Side>>>>({})
  const complete = fields.every((field) => choices[field])
  const confirm = () => {
    if (complete) props.onConfirm(fields.filter((field) => choices[field] === 'mine'))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    confirm()
  }
  return (
    <Notice tone="hold" icon={IconArrowsSplit2} title={texts.title}>
      <p>{taken ?? texts.help}</p>
      <div className={styles.choices} data-columns={columns}>
        {columns && (
          <div className={styles.pair} aria-hidden>
            {sides.map((side) => (
              <span key={side} className={styles.side}>
                {texts[side]}
              </span>
            ))}
          </div>
        )}
        {fields.map((field) => (
          <fieldset key={field} className={styles.field} disabled={taken !== null}>
            <legend>{props.name(field)}</legend>
            <div className={styles.pair}>
              {sides.map((side) => (
                <label key={side} className={styles.choice}>
                  <input
                    type="radio"
                    name={`${changeId} ${field}`}
                    checked={choices[field] === side}
                    onChange={() => setChoices({ ...choices, [field]: side })}
                    onKeyDown={onKeyDown}
                  />
                  {columns && <span className={styles.aloud}>{texts[side]}</span>}
                  <span className={styles.value}>
                    {!columns && <small>{texts[side]}</small>} {props.value(field, side)}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      {taken === null && (
        <NoticeActs>
          <Button
            variant={props.quiet ? 'default' : 'filled'}
            data-disabled={!complete || undefined}
            aria-disabled={!complete}
            onClick={confirm}
          >
            {texts.confirm}
          </Button>
          <Button variant="subtle" onClick={props.onTake}>
            {texts.take}
          </Button>
        </NoticeActs>
      )}
    </Notice>
  )
}

/** What central holds in a field of a conflict: the record may have moved on since the verdict. */
export const theirValue = <V,>(seen: FieldConflict<V> | undefined, version: number | undefined, now: V): V =>
  seen && seen.version >= (version ?? 0) ? seen.value : now
