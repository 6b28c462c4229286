import { z } from 'zod'

/** A row's identity: a lower-case UUIDv7, made where the row is born. Human numbers (login …) are attributes. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

/** When an id was made, in milliseconds since 1970 by the clock of whoever made it. */
export const timeOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

/**
 * Builds a UUIDv7: 48 bits of time, then 74 random bits (RFC 9562, 5.7).
 *
 * Ids made later sort later, which keeps the B-trees of both databases dense.
 * @param milliseconds since 1970, UTC
 * @param random ten random bytes
 */
export function uuidv7(milliseconds: number, random: Uint8Array): string {
  if (random.length < 10) throw new Error('uuidv7 needs ten random bytes')
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0')
  const bytes = random.slice(0, 10)
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`
}
