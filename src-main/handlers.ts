import { attestationHandlers } from './attestations/handlers.ts'
import type { Handlers } from './calls.ts'
import { candidateHandlers } from './candidates/handlers.ts'
import { checkInHandlers } from './checkIn/handlers.ts'
import { adviceHandlers } from './advice/handlers.ts'
import { contactHandlers } from './contacts/handlers.ts'
import { correctionHandlers } from './corrections/handlers.ts'
import { deskHandlers } from './desk/handlers.ts'
import { documentHandlers } from './documents/handlers.ts'
import { duplicateHandlers } from './duplicates/handlers.ts'
import { employerListHandlers } from './employerList/handlers.ts'
import { keptHandlers } from './kept/handlers.ts'
import { printBatchHandlers } from './printBatch/handlers.ts'
import { sessionHandlers } from './sessions/handlers.ts'
import { syncHandlers } from './sync/handlers.ts'
import { todayHandlers } from './today/handlers.ts'

/** Every handler of the desk, as each noun states them. */
export const handlers: Handlers = {
  anyone: deskHandlers,
  operators: {
    ...todayHandlers,
    ...candidateHandlers,
    ...duplicateHandlers,
    ...correctionHandlers,
    ...contactHandlers,
    ...adviceHandlers,
    ...sessionHandlers,
    ...checkInHandlers,
    ...attestationHandlers,
    ...documentHandlers,
    ...printBatchHandlers,
    ...employerListHandlers,
    ...keptHandlers,
    ...syncHandlers,
  },
}
