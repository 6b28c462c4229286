import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idSchema, uuidv7 } from '../../shared/ids.ts'

const random = fc.uint8Array({ minLength: 10, maxLength: 10 })

test('an id is a lower-case UUIDv7, and a later one sorts later', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 47 }),
      fc.integer({ min: 1, max: 1e6 }),
      random,
      random,
      (time, later, one, two) => {
        const [first, second] = [uuidv7(time, one), uuidv7(time + later, two)]
        expect(idSchema.safeParse(first).success).toBe(true)
        expect(first < second).toBe(true)
      },
    ),
  )
})
