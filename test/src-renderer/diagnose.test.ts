import { describe, expect, test } from 'vitest'
import type { AttestationState, CandidateDocuments } from '../../shared/calls/document.ts'
import type { CandidateSession } from '../../shared/calls/session.ts'
import { diagnose } from '../../src-renderer/help/diagnose.ts'

const now = Date.parse('2026-12-01T10:00:00Z')
const none: CandidateDocuments = { results: [], attestations: [], attendances: [], prints: [] }

const attestation = (state: AttestationState, exam: string, examDate: string) =>
  ({ state, examDate, attestation: { id: exam, exam } }) as CandidateDocuments['attestations'][number]
const result = (outcome: 'passed' | 'notPassed', exam: string, date: string) =>
  ({ outcome, exam, date, registrationId: `r ${date}` }) as CandidateDocuments['results'][number]
const sat = (date: string, exams: readonly string[], more: Partial<CandidateSession> = {}, cancelled = false) =>
  ({
    registration: { id: `r ${date}`, exams, status: cancelled ? 'cancelled' : 'registered' },
    session: { date, endTime: '11:00', status: 'planned' },
    mark: 'present',
    ...more,
  }) as CandidateSession

const kinds = (documents: Partial<CandidateDocuments>, sessions: readonly CandidateSession[] = []) =>
  diagnose({ ...none, ...documents }, sessions, now).map(({ kind, exam, date }) => `${date} ${exam} ${kind}`)

describe('rule 12: why somebody does not find his attestation', () => {
  test('is read from what the desk has, the latest exam first', () => {
    const attestations = [
      attestation('awaited', 'M1', '2026-12-01'),
      attestation('late', 'M2', '2026-11-20'),
      attestation('printed', 'M3', '2026-10-01'),
      attestation('ready', 'M4', '2026-10-02'),
      attestation('replaced', 'CR1', '2026-09-01'),
    ]
    expect(kinds({ attestations, results: [result('notPassed', 'CR2', '2026-11-25')] })).toEqual([
      '2026-12-01 M1 tooEarly',
      '2026-11-25 CR2 notPassed',
      '2026-11-20 M2 late',
      '2026-10-02 M4 there',
      '2026-10-01 M3 there',
      '2026-09-01 CR1 replaced',
    ])
  })

  test('says who was absent, what was cancelled, and what Certassur has not told yet', () => {
    const sessions = [
      sat('2026-11-01', ['M1'], { mark: 'absent' }),
      sat('2026-11-02', ['M1'], { mark: 'notAdmitted' }),
      sat('2026-11-03', ['M1'], {}, true),
      sat('2026-10-05', ['M1'], { session: { date: '2026-10-05', endTime: '11:00', status: 'cancelled' } as never }),
      sat('2026-11-30', ['M1', 'M2']),
      sat('2026-11-04', ['M1'], { mark: null }),
    ]
    expect(kinds({ results: [result('passed', 'M2', '2026-11-30')] }, sessions)).toEqual([
      '2026-11-30 M1 noResult',
      '2026-11-04 M1 noResult',
      '2026-11-03 M1 cancelled',
      '2026-11-02 M1 absent',
      '2026-11-01 M1 absent',
      '2026-10-05 M1 cancelled',
    ])
  })

  test('says nothing of an exam that is still to come, or not over yet', () => {
    expect(kinds({}, [sat('2026-12-02', ['M1']), sat('2026-12-01', ['M2'])])).toEqual([])
  })
})
