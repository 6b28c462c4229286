import { describe, expect, test } from 'vitest'
import type { CandidatePatch } from '../../shared/candidate.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import type { Mail } from '../../shared/mail.ts'
import { progressOf, toTell } from '../../src-renderer/candidates/steps.ts'

const at = (minute: number) => `2026-11-30T10:${String(minute).padStart(2, '0')}:00.000Z`
type Sent = SentChange<CandidatePatch>
function change(id: string, kind: Sent['kind'], acted: number, taken: number | null, patch: CandidatePatch = {}): Sent {
  const verdict =
    taken === null ? null : { status: 'accepted' as const, at: at(taken), version: 2, fieldVersions: { email: 1 } }
  return { id, kind, patch, actedAt: at(acted), status: verdict?.status ?? 'pending', verdict }
}
const edit = (acted: number, taken: number | null, patch: CandidatePatch = { email: 'a@exemple.be' }) =>
  change('edit', 'candidate.edit', acted, taken, patch)
const codes = (acted: number, taken: number | null) => change('codes', 'codes.send', acted, taken)
const mail = (values: Partial<Mail> = {}): Mail => ({
  id: 'codes',
  kind: 'codesAgain',
  candidateId: 'a',
  shown: 'a•••@e•••.be',
  status: 'sent',
  fate: null,
  createdAt: at(5),
  endedAt: at(6),
  version: 2,
  ...values,
})
const steps = (changes: readonly Sent[], codesMails: readonly Mail[] = []) => progressOf({ changes, codesMails })
const tell = (changes: readonly Sent[]) => toTell({ changes, codesMails: [] })

describe('what an operator is told of a record', () => {
  test('another address and the codes after it are one act: registered when the address is, then sent', () => {
    expect(steps([codes(1, 5), edit(1, 4)], [mail()])).toMatchObject([
      { edit: { id: 'edit' }, actedAt: at(1), registeredAt: at(4), codes: { taken: true, mail: mail() } },
    ])
  })

  test('he is to wait until the address is registered and the codes are asked for at Certassur', () => {
    for (const changes of [
      [codes(1, null), edit(1, null)],
      [codes(1, null), edit(1, 4)],
      [codes(1, null)],
      [edit(1, null)],
    ]) {
      expect(tell(changes)).toBe('wait')
    }
    expect(steps([codes(1, null), edit(1, 4)])).toMatchObject([{ registeredAt: at(4), codes: { taken: false } }])
  })

  test('with a new address alone he may ask for his codes himself; of anything else nothing is said', () => {
    expect(tell([edit(1, 4)])).toBe('mayAsk')
    expect(tell([edit(1, 4, { phone: '1' })])).toBeNull()
    expect(tell([edit(1, 4, { email: null })])).toBeNull()
    expect(tell([change('made', 'candidate.create', 1, 4, { email: 'a@exemple.be' })])).toBeNull()
  })

  test('codes asked for later stand by themselves, and what was to be told before is over', () => {
    expect(steps([codes(3, 5), edit(1, 2)], [mail()]).map(({ id }) => id)).toEqual(['codes', 'edit'])
    expect(tell([codes(3, 5), edit(1, 2)])).toBeNull()
  })

  test('a mail that was on its way when central took the act is the one; an older one is not', () => {
    const before = mail({ id: 'other', createdAt: at(0), endedAt: at(2) })
    expect(steps([codes(1, 5)], [before])[0]?.codes?.mail).toBeNull()
    expect(steps([codes(1, 5)], [{ ...before, endedAt: null }])[0]?.codes?.mail?.id).toBe('other')
  })
})
