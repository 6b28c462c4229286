import { z } from 'zod'
import { idSchema } from './ids.ts'

/**
 * One line of a record's history: who did what, when, on which desk. Names of fields, never their values.
 *
 * `id` is the change's own; `subjectId` the record it was about, `candidateId` the person it concerns when it concerns one.
 * What another centre did with the person has no desk: `actorName` is then the name of that centre.
 */
export const historySchema = z.object({
  id: idSchema,
  kind: z.string(),
  subjectId: idSchema,
  candidateId: idSchema.nullable(),
  sessionId: idSchema.nullable(),
  fields: z.array(z.string()).readonly(),
  actorName: z.string(),
  deskName: z.string(),
  actedAt: z.string(),
  receivedAt: z.string(),
  status: z.string(),
  version: z.int(),
})
export type HistoryLine = Readonly<z.output<typeof historySchema>>
