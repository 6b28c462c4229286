import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersTo, checkInTokens, isAttestationCode } from '../../shared/scan.ts'
import { type Board, typed, withCapsLock } from '../helpers/keyboards.ts'

const characters = Array.from('ABCDEFGHJKMNPQRSTUVWXYZ23456789')
const tokens = fc.array(fc.constantFrom(...characters), { minLength: 20, maxLength: 20 }).map((all) => all.join(''))
const board = fc.constantFrom<Board>('qwerty', 'azerty')

describe('a check-in code that a scanner types', () => {
  test('is read again whatever keyboard the scanner and the computer are set to, with Caps Lock and without', () => {
    fc.assert(
      fc.property(tokens, board, board, fc.boolean(), (token, scanner, computer, capsLock) => {
        const keys = typed(token, scanner, computer)
        expect(checkInTokens(capsLock ? withCapsLock(keys, computer) : keys)).toContain(token)
      }),
    )
  })

  test('on a Belgian keyboard looks like nothing, and is read', () => {
    expect(typed('A2M9QZW7C8D6E5F4G3H2', 'qwerty', 'azerty')).toBe('Qé?çAWZèC!D§E(F\'G"Hé')
    expect(checkInTokens('Qé?çAWZèC!D§E(F\'G"Hé')).toEqual(['A2M9QZW7C8D6E5F4G3H2'])
    expect(checkInTokens('A2M9QZW7C8D6E5F4G3H2')).toContain('A2M9QZW7C8D6E5F4G3H2')
  })

  test('of one person never says that of another who is there too', () => {
    const list = fc.uniqueArray(tokens, { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(list, board, board, (all, scanner, computer) => {
        const [mine = ''] = all
        const read = checkInTokens(typed(mine, scanner, computer))
        const found = all.filter((checkInToken) => answersTo({ checkInToken }, read))
        expect(found).toEqual([mine])
      }),
    )
  })

  test('is one too when somebody types it from a screen, in groups and small letters', () => {
    expect(checkInTokens(' abcde-fghjk-mnpqr-23456 ')).toContain('ABCDEFGHJKMNPQR23456')
  })

  test.each(['', 'Peeters', "d'Hœdt", 'ABCDE', 'A2M9QZW7C8D6E5F4G3H', 'A2M9QZW7C8D6E5F4G3H22', 'A2M9QZW7C8D6E5F4G3HO'])(
    '%j is none',
    (text) => expect(checkInTokens(text)).toEqual([]),
  )
})

describe('the code of an attestation', () => {
  test('is known for what it is in every layout', () => {
    fc.assert(
      fc.property(fc.uuid(), board, board, (id, scanner, computer) => {
        expect(isAttestationCode(typed(id, scanner, computer))).toBe(true)
      }),
    )
    const jws = `eyJhbGciOiJFZERTQSIsImtpZCI6IjIwMjYifQ.${'eyJuIjoiQS0yMDI2In0'.repeat(3)}.c2lnbmF0dXJl-_`
    for (const computer of ['qwerty', 'azerty'] as const) {
      expect(isAttestationCode(typed(jws, 'qwerty', computer).slice(0, 200))).toBe(true)
    }
  })
  test('is no name and no check-in code', () => {
    for (const text of ['Eyjolfsdottir', 'A2M9QZW7C8D6E5F4G3H2', '0190a000-unknown-code']) {
      expect(isAttestationCode(text)).toBe(false)
    }
  })
})
