import { type AttendanceData, attendanceSchema, type SuccessData } from '../../shared/attestation.ts'
import { attestationCode, digestOfCode } from '../../shared/attestationCode.ts'
import { idSchema } from '../../shared/ids.ts'
import type { Central } from '../central.ts'
import { readSigned } from './original.ts'

/** What can be said of a document to somebody who has it in his hands. */
export type Verified =
  | { readonly kind: 'valid'; readonly data: SuccessData }
  /** Of a centre's own attestation: it says what the centre noted. */
  | { readonly kind: 'attendance'; readonly number: string; readonly data: AttendanceData; readonly issuedAt: Date }
  | { readonly kind: 'replaced'; readonly number: string; readonly by: string }
  /** Numbers follow each other: whoever knows one knows others, and is told nothing. */
  | { readonly kind: 'numberAlone' }
  | { readonly kind: 'unknown' }

const unknown: Verified = { kind: 'unknown' }
const NUMBER = /^(A|[A-Z]{2,5}-\d+)-\d{4}-\d+$/i

/**
 * Says whether a document is one of ours, from the code printed on it or from what its QR code holds.
 *
 * A success attestation is found by its very signature, and that is verified with central's own key: what was changed by
 * one letter is another signature, and unknown.
 */
export async function verifyDocument(central: Central, typed: string): Promise<Verified> {
  const text = typed.replace(/\s+/g, '')
  const id = idSchema.safeParse(text.toLowerCase())
  if (id.success) return attendanceOf(central, id.data)
  // What a QR code holds has points in it, and its own code; a code has none.
  const digest = digestOfCode(text.includes('.') ? await attestationCode(text) : text)
  if (digest === null) return NUMBER.test(text) ? { kind: 'numberAlone' } : unknown
  const row = await attestationBy(central, digest).executeTakeFirst()
  if (!row?.jws) return unknown
  const data = await readSigned(central, row.jws)
  if (!data) return unknown
  if (row.status === 'replaced')
    return row.replacedBy === null ? unknown : { kind: 'replaced', number: data.number, by: row.replacedBy }
  return row.status === 'released' ? { kind: 'valid', data } : unknown
}

/** One look-up in an index, whatever was typed. */
export const attestationBy = ({ db }: Pick<Central, 'db'>, digest: string) =>
  db.selectFrom('attestation').select(['jws', 'status', 'replacedBy']).where('digest', '=', digest)

async function attendanceOf({ db }: Central, id: string): Promise<Verified> {
  const row = await db
    .selectFrom('attendance')
    .select(['number', 'data', 'issuedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return unknown
  const { number, issuedAt } = row
  return { kind: 'attendance', number, issuedAt, data: attendanceSchema.shape.data.parse(row.data) }
}
