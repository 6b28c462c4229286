import { expect, test } from 'vitest'
import { attestationCode, digestOfCode } from '../../shared/attestationCode.ts'
import { sha256 } from '../../src-central/desks/pairing.ts'

const signatures = Array.from({ length: 200 }, (_, at) => `eyJhbGciOiJFZERTQSJ9.${at}.x9-Z`)

test('the code of an attestation says the first 100 bits of the hash of its signature', async () => {
  for (const jws of signatures) {
    const code = await attestationCode(jws)
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(digestOfCode(code)).toBe(sha256(jws).slice(0, 25))
  }
  expect(new Set(await Promise.all(signatures.map(attestationCode))).size).toBe(signatures.length)
})

test('a code is understood however it is typed, and what is none is told apart', () => {
  const digest = digestOfCode('0O1IL-ABCDE-FGHJK-MNPQR')
  expect(digest).toMatch(/^[0-9a-f]{25}$/)
  for (const typed of ['00111abcdefghjkmnpqr', ' 0oil1 ABCDE\tfghjk–mnpqr ', '00111-ABCDE-FGHJK\nMNPQR']) {
    expect(digestOfCode(typed)).toBe(digest)
  }
  for (const none of [
    '',
    '00111-ABCDE-FGHJK-MNPQ',
    '00111-ABCDE-FGHJK-MNPQRS',
    '00111-ABCDE-FGHJK-MNPQU',
    'A-2026-010001',
  ]) {
    expect(digestOfCode(none)).toBeNull()
  }
})
