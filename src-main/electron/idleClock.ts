const MINUTE = 60_000

/** Minutes without a key or a movement of the mouse after which the desk locks. */
const idleMinutes = { office: 5, door: 30 } as const

/** The calls of the check-in screen while a session is open on it; its choice of sessions is not one of them. */
const DOOR = new Set(['checkIn:list', 'checkIn:record', 'checkIn:undo', 'checkIn:walkIn', 'checkIn:elsewhere'])
/** The calls of other screens: whoever makes one has left the door. */
const ELSEWHERE =
  /^(today:read|candidate:(search|read)|session:(list|read)|attestation:list|change:list|checkIn:sessions)$/

/**
 * How long nobody has touched the window.
 *
 * A laptop at the door of an exam room lies untouched for long while a session is open on it; the office does not.
 */
export interface IdleClock {
  touched(): void
  /** The window called something: tells whether a session's check-in is open. */
  heard(call: unknown): void
  isOver(): boolean
}

/** @param now milliseconds; of a clock that goes on while the PC sleeps */
export function createIdleClock(now: () => number): IdleClock {
  let last = now()
  let atTheDoor = false
  return {
    touched() {
      last = now()
    },
    heard(call) {
      if (typeof call !== 'string') return
      if (DOOR.has(call)) atTheDoor = true
      else if (ELSEWHERE.test(call)) atTheDoor = false
    },
    isOver: () => now() - last >= (atTheDoor ? idleMinutes.door : idleMinutes.office) * MINUTE,
  }
}
