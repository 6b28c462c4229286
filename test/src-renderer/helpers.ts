import type { CandidateRow } from '../../shared/calls/candidate.ts'
import type { CallName, EventName } from '../../shared/ipcNames.ts'
import { type AppError, fail, ok } from '../../shared/result.ts'
import { connect } from '../../src-renderer/desk.ts'

interface Asked {
  readonly name: CallName
  readonly args: Readonly<Record<string, unknown>>
  answer(value: unknown): Promise<void>
  refuse(code: AppError['code']): Promise<void>
}

/** Lets everything that waits for an answer run on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A desk at the other end of the bridge that answers when the test says so. */
export function openBridge() {
  const asked: Asked[] = []
  const listeners = new Map<EventName, Set<(value: never) => void>>()
  const desk = connect({
    invoke: (name, args) =>
      new Promise((resolve) => {
        asked.push({
          name,
          args,
          answer: (value) => (resolve(ok(value as never)), settle()),
          refuse: (code) => (resolve(fail(code, 'refused by the test')), settle()),
        })
      }),
    on: (name, listener) => {
      const all = listeners.get(name) ?? new Set()
      listeners.set(name, all.add(listener))
      return () => void all.delete(listener)
    },
  })
  return {
    desk,
    asked,
    last: () => {
      const last = asked.at(-1)
      if (!last) throw new Error('nothing was asked')
      return last
    },
    tell: (name: EventName, value: unknown) => {
      for (const listener of listeners.get(name) ?? []) listener(value as never)
    },
  }
}

export const row = (lastName: string): CandidateRow => ({
  id: `id of ${lastName}`,
  lastName,
  firstName: 'Jan',
  birthDate: null,
  language: 'nl',
  email: null,
  login: null,
  status: 'registered',
  sharesEmail: false,
})
