import type { Central } from '../central.ts'
import { deliver, type Mailer, takeUpLeftBehind } from './deliver.ts'
import type { MailRow } from './content.ts'

/** A turn ends after so many: others want to work as well. */
const BATCH = 100

/**
 * Hands over what is due, one after the other.
 * @returns how many mails were taken in hand
 */
export async function sendDue(central: Central, mailer: Mailer): Promise<number> {
  await takeUpLeftBehind(central)
  for (let taken = 0; taken < BATCH; taken += 1) {
    const mail = await takeNext(central)
    if (!mail) return taken
    const became = await deliver(central, mailer, mail)
    // A server that says nothing says nothing to the others either: they wait for the next turn.
    if (became.kind === 'later' && became.serverCode === null) return taken + 1
  }
  return BATCH
}

/** Takes the next one in hand, alone: of two centrals on one database each has another one. */
const takeNext = (central: Central): Promise<MailRow | undefined> => {
  const now = central.now()
  return central.db
    .updateTable('mail')
    .set((e) => ({ status: 'sending', startedAt: now.toISOString(), handedAt: null, attempts: e('attempts', '+', 1) }))
    .where('id', '=', (e) =>
      e
        .selectFrom('mail')
        .select('id')
        .where('status', '=', 'waiting')
        .where('nextAt', '<=', now)
        .orderBy('nextAt')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst()
}

const EVERY = 5_000

/**
 * Sends mails as they come.
 * @returns ends it, after the mail that is in hand
 */
export function startMail(central: Central, mailer: Mailer): () => Promise<void> {
  let running: Promise<void> | undefined
  const begin = () => {
    running ??= turn(central, mailer).finally(() => {
      running = undefined
    })
  }
  begin()
  const timer = setInterval(begin, EVERY)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** What failed is told by its name only: the error's text may quote a row. */
async function turn(central: Central, mailer: Mailer): Promise<void> {
  try {
    await sendDue(central, mailer)
  } catch (error) {
    console.error(`job mail: ${error instanceof Error ? error.name : 'failed'}`)
  }
}
