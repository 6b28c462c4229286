import { z } from 'zod'
import { type InterfaceLanguage, interfaceLanguages, type Operator } from '../operator.ts'
import type { ErrorCode } from '../result.ts'
import { call } from './call.ts'

/** What the window must know before it can show anything. Nothing in it needs the cache to be open. */
export interface DeskState {
  readonly phase: 'unpaired' | 'locked' | 'open'
  readonly language: InterfaceLanguage
  readonly appVersion: string
  readonly desk: { readonly name: string; readonly centre: string; readonly central: string } | null
  readonly operator: Operator | null
  /** Protection at rest: by the system's keyring and the password, or by the password alone. */
  readonly keyring: boolean
}

/** Failures of a sign-in that pairing again helps against. Not `cache.newer`: a newer program opens those data. */
export const pairingHelps: ReadonlySet<ErrorCode> = new Set([
  'cache.missing',
  'cache.notADatabase',
  'cache.wrongKey',
  'cache.damaged',
  'desk.unreadable',
  'desk.refused',
] as const)

export const deskCalls = {
  'desk:read': call<DeskState>()(z.strictObject({}), 'anyone'),
  'desk:pair': call<DeskState>()(z.strictObject({ address: z.string().max(300), code: z.string().max(40) }), 'anyone'),
  'desk:language': call<DeskState>()(z.strictObject({ language: z.enum(interfaceLanguages) }), 'anyone'),
  'operator:signIn': call<DeskState>()(
    z.strictObject({ username: z.string().max(200), password: z.string().max(1000) }),
    'anyone',
  ),
  'operator:lock': call<DeskState>()(z.strictObject({}), 'anyone'),
} as const
