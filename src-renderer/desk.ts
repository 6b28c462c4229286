import type { Bridge, CallArgs, CallValue, Events } from '../shared/ipc.ts'
import type { CallName, EventName } from '../shared/ipcNames.ts'
import type { AppError } from '../shared/result.ts'

declare global {
  interface Window {
    readonly desk: Bridge
  }
}

/** An error of the main process, thrown so that a chain of awaits stops; the data inside is what the screen translates. */
class DeskError extends Error {
  readonly error: AppError
  constructor(error: AppError) {
    super(error.message)
    this.error = error
  }
}

export interface Desk {
  call<N extends CallName>(name: N, args: CallArgs<N>): Promise<CallValue<N>>
  on<E extends EventName>(name: E, listener: (value: Events[E]) => void): () => void
}

/** Typed client over the bridge: a reply is a value or a `DeskError`, so that a forgotten check cannot pass for success. */
export const connect = (bridge: Bridge): Desk => ({
  async call(name, args) {
    const result = await bridge.invoke(name, args)
    if (!result.ok) throw new DeskError(result.error)
    return result.value
  },
  on: (name, listener) => bridge.on(name, listener),
})

/** What to show for anything thrown: a call that never came back is a failed call. */
export const errorOf = (thrown: unknown): AppError =>
  thrown instanceof DeskError ? thrown.error : { code: 'call.failed', message: 'the call did not come back' }
