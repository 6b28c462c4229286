import { z } from 'zod'
import { idSchema } from './ids.ts'
import { roles } from './operator.ts'

/** The two languages in which an exam is sat and a document is written. */
export const documentLanguages = ['fr', 'nl'] as const
export type DocumentLanguage = (typeof documentLanguages)[number]

/** `D` speakers are asked which of the two they want; until then the language of most of their centre's neighbours. */
export const documentLanguageOf = (language: 'fr' | 'nl' | 'de'): DocumentLanguage => (language === 'nl' ? 'nl' : 'fr')

/** In which language somebody is written to: his, or that of his exam where he speaks neither of the two. */
export const languageTo = (spoken: 'fr' | 'nl' | 'de', exam: DocumentLanguage): DocumentLanguage =>
  spoken === 'de' ? exam : spoken

const bilingual = z.object({ fr: z.string(), nl: z.string() })

export const examCode = z.string().regex(/^[A-Z0-9-]{1,20}$/, 'field.invalid')

/**
 * A centre as its desks know it: its places, its staff, and the exams that exist. Sent by central, never typed here.
 *
 * `requires` of an exam: without these the candidate is warned, never blocked. `pcs` of a location: how many places a
 * session there has at first.
 */
export const centreSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  locations: z.array(z.object({ id: idSchema, name: z.string(), address: z.string(), pcs: z.int() })).readonly(),
  exams: z
    .array(
      z.object({
        code: z.string(),
        domain: z.enum(['insurance', 'credit']),
        short: bilingual,
        title: bilingual,
        requires: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  staff: z.array(z.object({ id: idSchema, name: z.string(), roles: z.array(z.enum(roles)).readonly() })).readonly(),
})
export type Centre = Readonly<z.output<typeof centreSchema>>
