import { useEffect, useEffectEvent } from 'react'

/** A key alone (`F5`, `Escape`) or with Ctrl (`Ctrl+F`). */
export type Shortcut = `Ctrl+${string}` | 'F5' | 'Escape'

function matches(event: KeyboardEvent, shortcut: Shortcut): boolean {
  const [first, letter] = shortcut.split('+')
  const ctrl = event.ctrlKey || event.metaKey
  if (letter === undefined) return event.key === first && !ctrl && !event.altKey && !event.shiftKey
  return ctrl && !event.altKey && !event.shiftKey && event.key.toLowerCase() === letter.toLowerCase()
}

/** A key that works anywhere on the screen, except under a dialog, whose keys are its own. */
export function useShortcut(shortcut: Shortcut, act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !matches(event, shortcut)) return
    if (document.querySelector('[aria-modal="true"]')) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
