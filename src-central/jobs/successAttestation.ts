import { SignJWT } from 'jose'
import type { SuccessData } from '../../shared/attestation.ts'
import type { Central } from '../central.ts'

const HOUR = 3_600_000

/** The number that people quote: the year of the release and a sequence that never begins again. */
export const attestationNumber = (releasedAt: string, sequence: number | string): string =>
  `A-${releasedAt.slice(0, 4)}-${String(sequence).padStart(6, '0')}`

/** What the attestation says, signed: a compact JWS (EdDSA) whose claims are the fields of `successDataSchema`. */
export const signSuccess = (central: Central, data: SuccessData): Promise<string> =>
  new SignJWT({ ...data }).setProtectedHeader({ alg: 'EdDSA' }).sign(central.signingKey)

/** About when to expect the attestation of an exam that ended then, and when to call it late (both UTC ISO). */
export function expectedAfter(
  sessionEnd: string,
  settings: { readonly releaseDelayHours: number; readonly lateAfterHours: number },
): { readonly expectedFrom: string; readonly lateAfter: string } {
  const from = new Date(sessionEnd).getTime() + settings.releaseDelayHours * HOUR
  return {
    expectedFrom: new Date(from).toISOString(),
    lateAfter: new Date(from + settings.lateAfterHours * HOUR).toISOString(),
  }
}
