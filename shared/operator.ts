import { z } from 'zod'
import { idSchema } from './ids.ts'

export const roles = ['administrator', 'controller', 'centreManager'] as const
export type Role = (typeof roles)[number]

export const interfaceLanguages = ['fr', 'nl'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/** Somebody of a centre's staff, with the roles held in this centre. */
export const operatorSchema = z.object({
  id: idSchema,
  username: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)).readonly(),
  language: z.enum(interfaceLanguages),
  /** His own record, when he sits exams too: two accounts, one person. */
  candidateId: idSchema.nullable().optional(),
})
export type Operator = Readonly<z.output<typeof operatorSchema>>

/**
 * Central's word that an operator may work on a desk until `expiresAt`, also without a line.
 *
 * Travels as a compact JWS (EdDSA) whose payload is this; instants are UTC ISO with milliseconds.
 */
export const grantSchema = z.object({
  id: idSchema,
  deskId: idSchema,
  centreId: idSchema,
  operator: operatorSchema,
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type Grant = Readonly<z.output<typeof grantSchema>>
