import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, candidateFields, type CandidatePatch } from '../../shared/candidate.ts'
import { mergeEdit } from '../../shared/merge.ts'

const value = fc.constantFrom('a', 'b', 'c')
const versions = fc.dictionary(fc.constantFrom(...candidateFields), fc.integer({ min: 0, max: 3 }))
const record = fc.record({
  id: fc.constant('x'),
  login: fc.constant(null),
  lastName: value,
  firstName: value,
  language: fc.constantFrom('fr', 'nl'),
  email: fc.option(value),
  birthDate: fc.option(value),
  phone: fc.option(value),
  version: fc.constant(3),
  fieldVersions: versions,
}) as fc.Arbitrary<Candidate>
const patch = fc.record(
  { lastName: value, firstName: value, email: fc.option(value), phone: fc.option(value) },
  { requiredKeys: [] },
) as fc.Arbitrary<CandidatePatch>

test('every patched field is applied, already so, or in conflict: never lost, never two of them', () => {
  fc.assert(
    fc.property(record, patch, versions, (current, edit, base) => {
      const { apply, conflicts } = mergeEdit(current, edit, base)
      for (const field of candidateFields) {
        const wanted = field in edit
        const applied = field in apply
        const conflicting = field in conflicts
        expect(applied && conflicting).toBe(false)
        if (!wanted) expect(applied || conflicting).toBe(false)
        else if (!applied && !conflicting) expect(edit[field]).toEqual(current[field])
        if (applied) expect(base[field] ?? 0).toBe(current.fieldVersions[field] ?? 0)
        if (conflicting) expect(base[field] ?? 0).not.toBe(current.fieldVersions[field] ?? 0)
      }
    }),
  )
})
