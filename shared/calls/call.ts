import type { z } from 'zod'
import type { Role } from '../operator.ts'

/** Who may make a call: anyone at the window, anyone signed in, or who holds one of these roles. */
export type Audience = 'anyone' | 'signedIn' | readonly Role[]

/** One call of the window to the main process: one argument object, one reply (the type parameter). */
export interface Call<Args extends z.ZodType, Value, Who extends Audience = Audience> {
  readonly args: Args
  readonly audience: Who
  /** Exists for the compiler only. */
  readonly value?: Value
}

export const call =
  <Value>() =>
  <Args extends z.ZodType, Who extends Audience>(args: Args, audience: Who): Call<Args, Value, Who> => ({
    args,
    audience,
  })
