import { setTimeout } from 'node:timers/promises'
import { codes } from '../../shared/api.ts'
import type { App } from '../app.ts'
import type { Central } from '../central.ts'
import { codesAgain } from './occasions/codesAgain.ts'

const guarded = { rateLimit: { max: 10, timeWindow: 60_000 } }
/** Longer than anything is looked for: how long the answer takes says nothing either. */
const ALWAYS = 300

/** Whoever lost his codes asks for them; nobody learns from the answer whether an address is known. */
export function codesRoutes(app: App, central: Central): void {
  app.post(
    codes.path,
    { config: guarded, schema: { body: codes.body, response: { 200: codes.reply } } },
    async ({ body }) => {
      await askCodes(central, body.email)
      return { received: true as const }
    },
  )
}

/** Has the codes of whoever is registered with this address mailed to it; done in the same time where that is nobody. */
export async function askCodes(central: Central, email: string): Promise<void> {
  const at = central.now().toISOString()
  const asked = central.db.transaction().execute((db) => codesAgain({ db, central, at }, email))
  await Promise.all([asked, setTimeout(ALWAYS)])
}
