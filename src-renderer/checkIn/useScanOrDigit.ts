import { useEffect, useRef } from 'react'
import { scannerPause } from './acts.ts'
import { looksLikeCode } from './find.ts'
import { holdPause } from './letterHold.ts'
import { optionOf, useKeydown } from './useKeydown.ts'

/** Before a session is chosen: a digit alone chooses one, characters in a row and Enter are a scan. */
export function useScanOrDigit<Value>(
  options: readonly Value[],
  choose: (value: Value) => void,
  scan: (code: string) => void,
): void {
  const typed = useRef({ text: '', at: 0 })
  const scannedAt = useRef(Number.NEGATIVE_INFINITY)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])

  useKeydown((event) => {
    const { text, at } = typed.current
    const before = event.timeStamp - at < holdPause ? text : ''
    if (event.key === 'Enter' && looksLikeCode(before)) {
      typed.current = { text: '', at: 0 }
      scannedAt.current = event.timeStamp
      scan(before)
      return event.preventDefault()
    }
    // A scanner may end a line twice: that presses no button.
    if (event.key === 'Enter' && event.timeStamp - scannedAt.current < scannerPause) return event.preventDefault()
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey) return
    clearTimeout(pause.current)
    typed.current = { text: before + event.key, at: event.timeStamp }
    const option = before === '' ? optionOf(event, options) : undefined
    if (option !== undefined) pause.current = setTimeout(() => choose(option), holdPause)
    // Not a press on the button that has the focus.
    if (option !== undefined || before !== '') event.preventDefault()
  })
}
