import { inBelgium } from '../../shared/time.ts'
import type { Central } from '../central.ts'
import { refreshCounts } from '../matching/counts.ts'
import { indexOutdated } from '../matching/indexing.ts'
import { awaitFor, releaseDue } from './release.ts'
import { forgetLookups } from './retention.ts'
import { moveScope } from './scope.ts'

const MINUTE = 60_000
/** The nightly work begins when nobody sits at a desk. */
const nightHour = '03:00'
const lastNight = 'scopeMovedOn'

/**
 * Begins the work that central does by itself: attestations every minute, what leaves a centre's sight once a night. A
 * night during which central was down is made up for.
 * @returns ends it, after the turn that is running
 */
export function startJobs(central: Central): () => Promise<void> {
  let running: Promise<void> | undefined
  const begin = () => {
    running ??= turn(central).finally(() => {
      running = undefined
    })
  }
  begin()
  const timer = setInterval(begin, MINUTE)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

async function turn(central: Central): Promise<void> {
  await run('attestations', async () => {
    await awaitFor(central)
    await releaseDue(central)
  })
  await run('scope', () => nightly(central))
}

/** What failed is told by its name only: the error's text may quote a row. The next turn tries again. */
async function run(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(`job ${name}: ${error instanceof Error ? error.name : 'failed'}`)
  }
}

export async function nightly(central: Central): Promise<boolean> {
  const { date, time } = inBelgium(central.now())
  const done = await central.db.selectFrom('meta').select('value').where('key', '=', lastNight).executeTakeFirst()
  if (time < nightHour || done?.value === date) return false
  await moveScope(central)
  await forgetLookups(central)
  await indexOutdated(central.db)
  await refreshCounts(central.db)
  await central.db
    .insertInto('meta')
    .values({ key: lastNight, value: JSON.stringify(date) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(date) }))
    .execute()
  return true
}
