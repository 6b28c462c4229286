import type { InterfaceLanguage } from '../../shared/operator.ts'

/** What a letter does at the door, besides Enter (present) and Ctrl+Z (undo), which are the same in every language. */
export const letterActs = ['late', 'absent', 'notAdmitted', 'leftEarly', 'identity', 'hour'] as const
export type LetterAct = (typeof letterActs)[number]

/** The letter of each act, the first of its word: the one place that says so, for the keys and for the hints. */
export const letters: Readonly<Record<InterfaceLanguage, Readonly<Record<LetterAct, string>>>> = {
  fr: { late: 'R', absent: 'A', notAdmitted: 'N', leftEarly: 'P', identity: 'I', hour: 'H' },
  nl: { late: 'L', absent: 'A', notAdmitted: 'N', leftEarly: 'V', identity: 'I', hour: 'U' },
}

export const languageOf = (spoken: string): InterfaceLanguage => (spoken === 'nl' ? 'nl' : 'fr')

export type Step = 'previous' | 'next' | 'pageUp' | 'pageDown' | 'first' | 'last'

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
}

export type Command =
  | { readonly kind: 'move'; readonly step: Step }
  | { readonly kind: 'act'; readonly act: LetterAct }
  /** A letter that may be an act or the beginning of a name: what follows it decides. */
  | { readonly kind: 'hold'; readonly letter: string }
  | { readonly kind: 'enter' | 'undo' | 'leave' | 'held' }

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
}

interface Place {
  readonly language: InterfaceLanguage
  readonly text: string
  /** The operator goes through the list: letters are acts until he types a name. */
  readonly browsing: boolean
}

/**
 * What a key means at the door; null when it is typed text or somebody else's key.
 *
 * A key that is held down chooses rows but never marks anybody. With Ctrl and Alt together (AltGr) it is a character.
 */
export function commandOf(press: Press, { language, text, browsing }: Place): Command | null {
  const { key, altKey, shiftKey, repeat } = press
  const ctrlKey = press.ctrlKey || press.metaKey
  if (ctrlKey && !altKey && !shiftKey && key.toLowerCase() === 'z' && text === '') return { kind: 'undo' }
  if (ctrlKey) return null
  const letter = key.length === 1 ? key.toUpperCase() : ''
  const act = letterActs.find((known) => letters[language][known] === letter)
  if (altKey) return act ? (repeat ? { kind: 'held' } : { kind: 'act', act }) : null
  const step = steps[key]
  if (step && !shiftKey) return { kind: 'move', step }
  if (key === 'Enter') return repeat ? { kind: 'held' } : { kind: 'enter' }
  if (key === 'Escape') return { kind: 'leave' }
  if (!browsing || text !== '' || letter === '' || letter === ' ') return null
  if (repeat) return { kind: 'held' }
  return act ? { kind: 'hold', letter: key } : null
}
