import { useEffect, useEffectEvent, useState } from 'react'
import type { Drafts } from './drafts.ts'

interface FormContent {
  readonly drafts: Drafts
  readonly key: string
  /** When what stands in the fields was typed, if a draft was left behind. */
  readonly at: string | null
  /** What the form would need to stand there again. */
  readonly content: object
  /** The form holds work. */
  readonly dirty: boolean
}

/** The draft of a form while it stands on the screen. */
export interface FormDraft {
  /** When what stands in the fields was typed, until somebody has said that he saw it. */
  readonly restoredAt: string | null
  readonly seen: () => void
  /** What was typed is saved, or given up with the form. */
  readonly forget: () => void
}

/** Keeps what is typed as a draft as long as the form holds work. */
export function useDraft({ drafts, key, at, content, dirty }: FormContent): FormDraft {
  const [restoredAt, setRestoredAt] = useState(at)
  const note = useEffectEvent(() => {
    if (dirty) drafts.keep(key, content)
    else drafts.forget(key)
  })
  const text = JSON.stringify([key, content, dirty])
  useEffect(() => note(), [text])
  return { restoredAt, seen: () => setRestoredAt(null), forget: () => drafts.forget(key) }
}
