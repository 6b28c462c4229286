import type { Audience } from '../shared/calls/call.ts'
import { calls, type CallValue, type HandlerArgs } from '../shared/ipc.ts'
import { type CallName, callNames } from '../shared/ipcNames.ts'
import { parse, Refusal } from '../shared/parse.ts'
import { fail, type Result } from '../shared/result.ts'
import { holdsOne } from '../shared/rights.ts'
import { isDiskFull } from './cache/open.ts'
import type { Desk, OpenDesk } from './desk/desk.ts'

type Answer<N extends CallName> = Result<CallValue<N>> | Promise<Result<CallValue<N>>>

/** Handlers that need nobody to be signed in. */
export type DeskHandlers<N extends CallName> = { readonly [K in N]: (desk: Desk, args: HandlerArgs<K>) => Answer<K> }
/** Handlers that work on an open cache; they are reached only with the right role. */
export type OpenHandlers<N extends CallName> = {
  readonly [K in N]: (open: OpenDesk, args: HandlerArgs<K>) => Answer<K>
}

type CallsFor<A extends 'anyone' | 'operators'> = {
  [N in CallName]: (typeof calls)[N]['audience'] extends 'anyone'
    ? A extends 'anyone'
      ? N
      : never
    : A extends 'anyone'
      ? never
      : N
}[CallName]

export interface Handlers {
  readonly anyone: DeskHandlers<CallsFor<'anyone'>>
  readonly operators: OpenHandlers<CallsFor<'operators'>>
}

const names = new Set<string>(callNames)
const isCallName = (name: unknown): name is CallName => typeof name === 'string' && names.has(name)

/**
 * Answers one call of the window, whatever it holds: known name → who may → arguments → handler → result as data.
 *
 * Refusal is the default, and an unexpected failure is a refusal that says nothing of what was typed.
 */
export async function answer(handlers: Handlers, desk: Desk, name: unknown, args: unknown): Promise<Result<unknown>> {
  if (!isCallName(name)) return fail('call.invalid', 'unknown call')
  const open = desk.opened()
  if (!allowed(calls[name].audience, open)) return fail('call.forbidden', 'not allowed')
  const parsed = parse(calls[name].args, args)
  if (!parsed.ok) return parsed
  try {
    // The compiler cannot follow a name into the handler of the same name; the maps above are checked as a whole.
    const run = (name in handlers.anyone ? handlers.anyone : handlers.operators)[name as never] as unknown as (
      on: Desk | OpenDesk | undefined,
      args: unknown,
    ) => Promise<Result<unknown>>
    return await run(name in handlers.anyone ? desk : open, parsed.value)
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error }
    if (isDiskFull(error)) return fail('disk.full', 'the disk is full')
    desk.options.report(name, error)
    return fail('call.failed', 'the call failed')
  }
}

function allowed(audience: Audience, open: OpenDesk | undefined): boolean {
  if (audience === 'anyone') return true
  if (!open) return false
  return audience === 'signedIn' || holdsOne(open.operator.roles, audience)
}
