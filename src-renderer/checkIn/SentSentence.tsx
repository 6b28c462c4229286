import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import styles from './CloseDialog.module.css'
import { useCheckIn } from './store.ts'

/** The one sentence before the coat: everything is sent, or how much this PC still has to send. It follows the exchange. */
export function SentSentence() {
  const { t } = useTranslation('checkIn')
  const { sync: store } = useTools()
  const { door } = useCheckIn()
  const waiting = useStore(store, ({ sync }) => sync?.waiting ?? 0)
  const unsent = useStore(door, ({ list }) => list?.unsent ?? 0)
  // Everything of this PC counts, not only this session: whoever switches it off stops all of it.
  const count = Math.max(waiting, unsent)
  return (
    <p className={styles.sent} data-sent={count === 0} role="status">
      {count === 0 ? t(($) => $.sent.all) : t(($) => $.sent.waiting, { count })}
    </p>
  )
}
