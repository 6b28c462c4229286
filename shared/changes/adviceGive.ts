import type { z } from 'zod'
import { adviceValuesSchema } from '../advice.ts'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

/** A fact: the candidates of a session were reminded. By mail, central writes to each. */
export const adviceGive = {
  kind: 'advice.give',
  nature: 'fact',
  entity: 'advice',
  creates: true,
  fields: { patch: adviceValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>
