import { z } from 'zod'
import { idSchema } from './ids.ts'

/** How candidates were reminded: each by a mail, a sheet in their hands, or said to them. */
export const adviceWays = ['mail', 'paper', 'spoken'] as const
export type AdviceWay = (typeof adviceWays)[number]

/** Rule 11: the five recommendations and the two reminders, given to whoever was registered for a session then. */
export const adviceValuesSchema = z.strictObject({
  sessionId: idSchema,
  way: z.enum(adviceWays),
  /** UTC ISO, by the desk's clock. */
  at: z.iso.datetime(),
})

export const adviceSchema = z.object({
  id: idSchema,
  sessionId: idSchema,
  way: z.enum(adviceWays),
  at: z.string(),
  actorName: z.string().nullable(),
  deskName: z.string().nullable(),
  version: z.int(),
})
export type Advice = Readonly<z.output<typeof adviceSchema>>
