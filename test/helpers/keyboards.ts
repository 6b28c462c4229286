import type { Page } from '@playwright/test'

// Two keyboards as somebody who sits before one would draw them: row by row, without Shift and with.
const boards = {
  qwerty: [
    ['1234567890-=', '!@#$%^&*()_+'],
    ['qwertyuiop', 'QWERTYUIOP'],
    ['asdfghjkl;', 'ASDFGHJKL:'],
    ['zxcvbnm,./', 'ZXCVBNM<>?'],
  ],
  azerty: [
    ['&é"\'(§è!çà)-', '1234567890°_'],
    ['azertyuiop', 'AZERTYUIOP'],
    ['qsdfghjklm', 'QSDFGHJKLM'],
    ['wxcvbn,;:=', 'WXCVBN?./+'],
  ],
} as const
export type Board = keyof typeof boards

interface Press {
  readonly character: string
  /** The key's place, by the name it has on a QWERTY keyboard. */
  readonly code: string
  readonly shift: boolean
}

function codeOf(row: number, at: number): string {
  const key = boards.qwerty[row]?.[0]?.[at] ?? ''
  const named = { '-': 'Minus', '=': 'Equal', ';': 'Semicolon', ',': 'Comma', '.': 'Period', '/': 'Slash' }
  if (/[0-9]/.test(key)) return `Digit${key}`
  return /[a-z]/.test(key) ? `Key${key.toUpperCase()}` : (named[key as keyof typeof named] ?? key)
}

/** What a scanner set to one keyboard presses on a computer set to another: the same keys, with the same Shift. */
function pressed(text: string, scanner: Board, computer: Board): readonly Press[] {
  return Array.from(text, (wanted) => {
    for (const [row, sides] of boards[scanner].entries()) {
      for (const [side, keys] of sides.entries()) {
        const at = keys.indexOf(wanted)
        const character = boards[computer][row]?.[side]?.[at]
        if (character !== undefined) return { character, code: codeOf(row, at), shift: side === 1 }
      }
    }
    throw new Error('no key types this')
  })
}

export const typed = (text: string, scanner: Board, computer: Board): string =>
  pressed(text, scanner, computer)
    .map(({ character }) => character)
    .join('')

/** Caps Lock turns capitals and small letters round and, on a Belgian keyboard, the digits as well. */
export function withCapsLock(text: string, computer: Board): string {
  const turned = boards[computer].slice(computer === 'qwerty' ? 1 : 0)
  return Array.from(text, (character) => {
    for (const [plain, shifted] of turned) {
      if (plain.includes(character)) return shifted[plain.indexOf(character)]
      if (shifted.includes(character)) return plain[shifted.indexOf(character)]
    }
    return character
  }).join('')
}

/** A scanner before the window: it presses key after key, as fast as one does, and Enter at the end. */
export async function scanInto(page: Page, text: string, scanner: Board, computer: Board): Promise<void> {
  const keys = await page.context().newCDPSession(page)
  const press = async (key: string, code: string, shift: boolean, character: string) => {
    const what = { key, code, modifiers: shift ? 8 : 0 }
    const windowsVirtualKeyCode =
      key === 'Enter' ? 13 : /^(?:Key|Digit)/.test(code) ? code.charCodeAt(code.length - 1) : 0xba
    await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text: character, windowsVirtualKeyCode, ...what })
    await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode, ...what })
  }
  for (const { character, code, shift } of pressed(text, scanner, computer)) {
    await press(character, code, shift, character)
  }
  await press('Enter', 'Enter', false, '\r')
  await keys.detach()
}
