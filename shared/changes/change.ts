import { z } from 'zod'
import { idSchema } from '../ids.ts'
import { candidateEdit } from './candidateEdit.ts'

/**
 * Who did it, where, when, and in which order (docs/protocol.md, D2).
 *
 * `id` is made when the button is pressed and is the idempotency key. `deskSeq` orders the acts of a desk; a clock
 * never does. `actedAt` is the desk's clock (UTC ISO, milliseconds), `clockOffset` the last known difference to
 * central's in milliseconds, null before the first contact. `grant` names the permission that the actor held.
 */
const envelope = {
  id: idSchema,
  deskId: idSchema,
  deskSeq: z.int().min(1),
  entityId: idSchema,
  actor: idSchema,
  grant: idSchema,
  actedAt: z.iso.datetime(),
  clockOffset: z.int().nullable(),
  schema: z.int().min(1),
}

/** Every kind of thing an operator can do. A new kind is a file beside this one and a line here. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ ...envelope, kind: z.literal(candidateEdit.kind), ...candidateEdit.fields }),
])
export type Change = Readonly<z.output<typeof changeSchema>>
export type ChangeKind = Change['kind']
