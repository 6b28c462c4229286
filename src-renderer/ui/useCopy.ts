import { type RefObject, useRef, useState } from 'react'

interface Copying<E extends HTMLElement> {
  /** On what is to be copied. */
  readonly ref: RefObject<E | null>
  readonly copied: boolean
  copy(): void
}

/** Copies the text that stands on the screen. The selection API needs no clipboard permission, which this window does not have. */
export function useCopy<E extends HTMLElement>(): Copying<E> {
  const ref = useRef<E>(null)
  const [copied, setCopied] = useState(false)
  return {
    ref,
    copied,
    copy() {
      if (!ref.current) return
      getSelection()?.selectAllChildren(ref.current)
      setCopied(document.execCommand('copy'))
    },
  }
}
