import type { Handlers } from './calls.ts'
import { candidateHandlers } from './candidates/handlers.ts'
import { deskHandlers } from './desk/handlers.ts'
import { syncHandlers } from './sync/handlers.ts'

/** Every handler of the desk, as each noun states them. */
export const handlers: Handlers = {
  anyone: deskHandlers,
  operators: { ...candidateHandlers, ...syncHandlers },
}
