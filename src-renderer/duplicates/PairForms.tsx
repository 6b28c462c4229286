import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Decisions } from './decisions.ts'
import { ReasonForm } from './ReasonForm.tsx'

export type PairDecision = 'merge' | 'different'

interface PairFormsProps {
  readonly decision: PairDecision
  /** The ids of the two records. */
  readonly pair: { readonly a: string; readonly b: string }
  readonly decisions: Decisions
  readonly onDone: () => void
  readonly onGiveUp: () => void
}

/** What becomes of two records: Certassur is asked to make them one, or they are noted to be of two people. */
export function PairForms({ decision, pair, decisions, onDone, onGiveUp }: PairFormsProps) {
  const { t } = useTranslation('duplicates')
  const { busy, error } = useStore(decisions)
  const confirm = async (reason: string) => {
    const name = decision === 'merge' ? 'merge:request' : 'candidate:notDuplicate'
    if (await decisions.create(name, { ...pair, reason })) onDone()
  }
  const words =
    decision === 'merge'
      ? t(($) => $.merge, { returnObjects: true })
      : { ...t(($) => $.different, { returnObjects: true }), text: t(($) => $.different.pairText) }
  return (
    <ReasonForm
      key={decision}
      title={words.title}
      text={words.text}
      help={words.help}
      confirm={words.confirm}
      busy={busy}
      error={error}
      onConfirm={(reason) => void confirm(reason)}
      onGiveUp={onGiveUp}
    />
  )
}
