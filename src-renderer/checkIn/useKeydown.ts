import { useEffect, useEffectEvent } from 'react'

/** Hears every key of the window while the component stands, after the field that has it. */
export function useKeydown(press: (event: KeyboardEvent) => void): void {
  const heard = useEffectEvent(press)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) heard(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** The option of a digit key, by the key's place: the digits of a Belgian keyboard need Shift. None while text is typed. */
export function optionOf<Value>(event: KeyboardEvent, options: readonly Value[]): Value | undefined {
  const typing = event.target instanceof HTMLInputElement && event.target.type === 'text'
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  return typing || !digit || event.ctrlKey || event.altKey ? undefined : options[Number(digit) - 1]
}

/** A digit chooses one of a few. */
export function useDigits<Value>(options: readonly Value[], choose: (value: Value) => void): void {
  useKeydown((event) => {
    const option = optionOf(event, options)
    if (option === undefined) return
    choose(option)
    event.preventDefault()
  })
}
