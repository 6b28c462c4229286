import { readJson, writeJson } from '../desk/files.ts'

interface Attempts {
  readonly failed: number
  readonly lastAt: number
}
type AttemptsFile = Readonly<Record<string, Attempts>>

const FREE_ATTEMPTS = 5
const MINUTE = 60_000
const LONGEST_MINUTES = 60

/** How many milliseconds an operator must still wait before he may try a password: 1, 2, 4 … 60 minutes after five failures. */
export async function lockedFor(file: string, entry: string, now: number): Promise<number> {
  const { failed, lastAt } = (await read(file, entry, now))[entry] ?? { failed: 0, lastAt: 0 }
  if (failed < FREE_ATTEMPTS) return 0
  const minutes = Math.min(2 ** (failed - FREE_ATTEMPTS), LONGEST_MINUTES)
  if (lastAt <= now) return Math.max(0, minutes * MINUTE - (now - lastAt))
  // The clock was set back. The wait begins again, once: it must become neither shorter nor endless.
  await write(file, entry, { failed, lastAt: now })
  return minutes * MINUTE
}

/** Counts an attempt as failed before the password is tried, so that switching the PC off in between does not spare it. */
export const countAttempt = async (file: string, entry: string, now: number): Promise<void> =>
  write(file, entry, { failed: ((await read(file, entry, now))[entry]?.failed ?? 0) + 1, lastAt: now })

/** Takes one counted attempt back: nobody was there to judge the password. */
export async function takeBackAttempt(file: string, entry: string, now: number): Promise<void> {
  const counted = (await read(file, entry, now))[entry]
  if (counted) await write(file, entry, { ...counted, failed: Math.max(0, counted.failed - 1) })
}

export const forgetAttempts = (file: string, entry: string): Promise<void> =>
  write(file, entry, { failed: 0, lastAt: 0 })

async function write(file: string, entry: string, attempts: Attempts): Promise<void> {
  await writeJson(file, { ...(await read(file, entry, attempts.lastAt)), [entry]: attempts })
}

/** A file that was tampered with or torn does not open the way to guessing: it counts as five failures just now. */
async function read(file: string, entry: string, now: number): Promise<AttemptsFile> {
  try {
    return readJson<AttemptsFile>(file) ?? {}
  } catch {
    const locked = { [entry]: { failed: FREE_ATTEMPTS, lastAt: now } }
    await writeJson(file, locked)
    return locked
  }
}
