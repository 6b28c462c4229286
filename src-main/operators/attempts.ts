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
export function lockedFor(file: string, entry: string, now: number): number {
  const { failed, lastAt } = readJson<AttemptsFile>(file)?.[entry] ?? { failed: 0, lastAt: 0 }
  if (failed < FREE_ATTEMPTS) return 0
  const minutes = Math.min(2 ** (failed - FREE_ATTEMPTS), LONGEST_MINUTES)
  // A clock set back must not shorten the wait, nor make it endless.
  const elapsed = Math.max(0, now - lastAt)
  return Math.max(0, minutes * MINUTE - elapsed)
}

/** Counts an attempt as failed before the password is tried, so that switching the PC off in between does not spare it. */
export function countAttempt(file: string, entry: string, now: number): void {
  const attempts = readJson<AttemptsFile>(file) ?? {}
  writeJson(file, { ...attempts, [entry]: { failed: (attempts[entry]?.failed ?? 0) + 1, lastAt: now } })
}

/** Takes one counted attempt back: nobody was there to judge the password. */
export function takeBackAttempt(file: string, entry: string): void {
  const attempts = readJson<AttemptsFile>(file) ?? {}
  const counted = attempts[entry]
  if (counted) writeJson(file, { ...attempts, [entry]: { ...counted, failed: Math.max(0, counted.failed - 1) } })
}

export function forgetAttempts(file: string, entry: string): void {
  const { [entry]: _forgotten, ...others } = readJson<AttemptsFile>(file) ?? {}
  writeJson(file, others)
}
