import { expect, test } from 'vitest'
import { createFinder } from '../../shared/matching/finder.ts'
import { createSuspects } from '../../src-main/duplicates/suspects.ts'

const person = (id: string, lastName: string, firstName = 'Élise', birthDate = '1988-03-14') => ({
  id,
  lastName,
  firstName,
  birthDate,
  email: null,
  phone: null,
})

test('a pair is found once, and found anew or not at all when one of the two changes', () => {
  const [one, other] = [person('b', 'Vandekerckhove'), person('a', 'Van de Kerckhove')]
  const finder = createFinder([one, other, person('c', 'Ioannou', 'Kyriakos', '1961-02-27')])
  const suspects = createSuspects((somebody) => finder.find(somebody))
  const search = () => [...suspects.search()].length
  const found = () => suspects.pairs().map(({ a, b }) => [a, b])

  suspects.await(one)
  suspects.await(other)
  expect([suspects.waiting(), found()]).toEqual([2, []])
  expect(search()).toBe(2)
  expect([suspects.waiting(), found()]).toEqual([0, [['a', 'b']]])

  const renamed = person('a', 'Quintelier', 'Zohra', '1996-09-30')
  suspects.forget('a')
  expect(found()).toEqual([])
  finder.remove(other)
  finder.add(renamed)
  suspects.await(renamed)
  search()
  expect(found()).toEqual([])
})
