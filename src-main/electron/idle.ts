import { setTimeout } from 'node:timers/promises'
import { type BrowserWindow, powerMonitor } from 'electron'
import type { Desk } from '../desk/desk.ts'
import { createIdleClock } from './idleClock.ts'

const LOOK = 5_000
/** Longer than a form waits before it keeps what is typed in it: nothing of it is lost by the lock. */
const LAST_WORDS = 600

/** Locks a desk that nobody touches any more, and one whose PC is locked or goes to sleep. */
export interface IdleLock {
  /** The window called something. */
  heard(call: unknown): void
  watch(window: BrowserWindow): void
}

export function lockWhenIdle(desk: Pick<Desk, 'opened' | 'lock'>, now: () => number): IdleLock {
  const clock = createIdleClock(now)
  let locking = false

  async function lock(): Promise<void> {
    if (locking || !desk.opened()) return
    locking = true
    await setTimeout(LAST_WORDS)
    await desk.lock().finally(() => {
      locking = false
    })
  }
  powerMonitor.on('lock-screen', () => void lock())
  powerMonitor.on('suspend', () => void lock())
  setInterval(() => {
    if (desk.opened() && clock.isOver()) void lock()
  }, LOOK).unref()

  return {
    heard(call) {
      if (call === 'operator:signIn') clock.touched()
      clock.heard(call)
    },
    watch({ webContents }) {
      webContents.on('input-event', () => clock.touched())
    },
  }
}
