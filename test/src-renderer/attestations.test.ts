import { describe, expect, test } from 'vitest'
import type { AttestationRow } from '../../shared/calls/document.ts'
import { createAttestations } from '../../src-renderer/attestations/store.ts'
import { openBridge } from './helpers.ts'

const attestation = (id: string): AttestationRow => ({
  attestation: {
    id,
    candidateId: `person of ${id}`,
    registrationId: 'registration',
    sessionId: 'session',
    exam: 'M1',
    number: `N-${id}`,
    status: 'released',
    expectedFrom: '2026-11-21T10:00:00.000Z',
    lateAfter: '2026-11-23T10:00:00.000Z',
    releasedAt: '2026-11-21T11:00:00.000Z',
    jws: null,
    replacedBy: null,
    version: 1,
  },
  lastName: 'Peeters',
  firstName: 'Jan',
  examDate: '2026-11-21',
  state: 'ready',
  copies: 0,
})
const print = (documentId: string, documentKind = 'success') => ({
  id: `print of ${documentId}`,
  documentId,
  documentKind,
})
const documents = (prints: readonly object[]) => ({ results: [], attestations: [], attendances: [], prints })

async function openScreen() {
  const bridge = openBridge()
  const attestations = createAttestations(bridge.desk)
  attestations.list.ask({ state: 'all' })
  await bridge.last().answer({ rows: [attestation('a'), attestation('b')], total: 2, counts: {} })
  return { ...bridge, attestations }
}

describe('who printed the open attestation', () => {
  test('is asked for the person, and only this attestation is shown', async () => {
    const { attestations, last } = await openScreen()
    attestations.list.choose(0)
    expect(last()).toMatchObject({ name: 'attestation:forCandidate', args: { candidateId: 'person of a' } })
    await last().answer(documents([print('a'), print('b'), print('a', 'attendance')]))
    expect(attestations.prints.getState().prints).toEqual([print('a')])
  })

  test('an answer about the one before is dropped', async () => {
    const { attestations, asked, last } = await openScreen()
    attestations.list.choose(0)
    const early = last()
    attestations.list.choose(1)
    await last().answer(documents([print('b')]))
    await early.answer(documents([print('a')]))
    expect(attestations.prints.getState().prints).toEqual([print('b')])
    expect(asked).toHaveLength(3)
  })

  test('is not shown of another one while the answer is on its way', async () => {
    const { attestations, last } = await openScreen()
    attestations.list.choose(0)
    await last().answer(documents([print('a')]))
    attestations.list.choose(1)
    expect(attestations.prints.getState().prints).toBeNull()
  })
})
