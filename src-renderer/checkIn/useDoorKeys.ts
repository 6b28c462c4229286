import { type RefObject, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/result.ts'
import { type Command, commandOf, languageOf, letterActs, letters } from './keys.ts'
import { createLetterHold } from './letterHold.ts'
import { useCheckIn } from './store.ts'
import { useKeydown } from './useKeydown.ts'

const rowHeight = 46

interface Places {
  readonly search: RefObject<HTMLInputElement | null>
  readonly hour: RefObject<HTMLInputElement | null>
  readonly grid: RefObject<HTMLDivElement | null>
}

/**
 * The keys of the whole door. Whatever is typed or scanned goes into the search, wherever the focus was; another field, a
 * button's Enter and a dialog keep theirs.
 */
export function useDoorKeys({ search, hour, grid }: Places): void {
  const { i18n } = useTranslation()
  const { view, acts } = useCheckIn()
  const language = languageOf(i18n.language)

  const hold = useMemo(() => {
    const act = (letter: string) => {
      const found = letterActs.find((known) => letters[language][known] === letter.toUpperCase())
      if (found === 'hour') hour.current?.focus()
      else if (found) acts.letter(found)
    }
    return createLetterHold(act, acts.search)
  }, [acts, language, hour])
  useEffect(() => () => hold.settle(), [hold])

  const obey = (command: Command): void => {
    switch (command.kind) {
      case 'move':
        return acts.move(command.step, Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / rowHeight) - 2))
      case 'enter':
        return acts.enter()
      case 'act':
        return command.act === 'hour' ? hour.current?.focus() : acts.letter(command.act)
      case 'hold':
        return hold.press(command.letter)
      case 'undo':
        return acts.undo()
      case 'leave':
        acts.leave()
        return search.current?.focus()
      case 'held':
        return undefined
      default:
        return assertNever(command)
    }
  }

  useKeydown((event) => {
    const { target } = event
    if (document.querySelector('[aria-modal="true"]') || !(target instanceof Element)) return
    const inList = target === search.current || target === grid.current || target === document.body
    if (!inList && target.closest('input, textarea, select')) return
    const { text, browsing } = view.getState()
    const command = commandOf(event, { language, text, browsing: browsing && inList })
    const character = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    if (command?.kind !== 'hold') {
      if (character && hold.follow(event.key)) return event.preventDefault()
      hold.settle()
    }
    if (command) {
      if (!inList && (command.kind === 'move' || command.kind === 'enter' || command.kind === 'held')) return
      obey(command)
      event.preventDefault()
    } else if (character && event.key !== ' ') {
      // The character itself arrives where the focus is when the key is through.
      search.current?.focus()
    }
  })
}
