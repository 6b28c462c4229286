import { useEffect, useEffectEvent } from 'react'

/** A key alone (`F5`, `Escape`) or with Ctrl (`Ctrl+F`). */
export type Shortcut = `Ctrl+${string}` | 'F1' | 'F2' | 'F5' | 'Escape'

function matches(event: KeyboardEvent, shortcut: Shortcut): boolean {
  const [first, letter] = shortcut.split('+')
  const ctrl = event.ctrlKey || event.metaKey
  if (letter === undefined) return event.key === first && !ctrl && !event.altKey && !event.shiftKey
  return ctrl && !event.altKey && !event.shiftKey && event.key.toLowerCase() === letter.toLowerCase()
}

/** A key that works anywhere on the screen, except under a dialog, whose keys are its own. */
export function useShortcut(shortcut: Shortcut, act: () => void): void {
  useKeys((event) => {
    if (!matches(event, shortcut)) return false
    act()
    return true
  })
}

/**
 * Ctrl with a digit of the upper row. Told by its place on the keyboard: without Shift a Belgian keyboard writes other
 * signs there.
 */
export function useDigits(act: (digit: number) => void): void {
  useKeys((event) => {
    const digit = Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0)
    if (digit === 0 || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return false
    act(digit)
    return true
  })
}

/** @param press true when the key was meant for it */
function useKeys(press: (event: KeyboardEvent) => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('[aria-modal="true"]')) return
    if (press(event)) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
