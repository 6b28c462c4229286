import { readFileSync } from 'node:fs'
import { compactVerify, importJWK } from 'jose'
import { type SuccessData, successDataSchema } from '../../shared/attestation.ts'
import { type Fonts, openFonts } from '../../shared/documents/fonts.ts'
import { successPdf } from '../../shared/documents/success.ts'
import type { Central } from '../central.ts'

const folder = new URL('../../resources/fonts/', import.meta.url)

/** What this central signed; undefined for what somebody else signed, or was changed since. */
export async function readSigned({ publicKey }: Central, jws: string): Promise<SuccessData | undefined> {
  try {
    const { payload } = await compactVerify(jws, await importJWK(publicKey, 'EdDSA'), { algorithms: ['EdDSA'] })
    return successDataSchema.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch {
    // What exactly is wrong with it helps only whoever tries.
    return undefined
  }
}

/** Draws success attestations as desks draw their originals, byte for byte. Typefaces are read for the first one. */
export function originals(): (data: SuccessData, jws: string) => Promise<Uint8Array> {
  let fonts: Fonts | undefined
  return (data, jws) => {
    fonts ??= openFonts((file) => new Uint8Array(readFileSync(new URL(file, folder))))
    return successPdf(fonts, { data, jws, copy: 1 })
  }
}
