import { vi } from 'vitest'
import { createCreation } from '../../src-renderer/creation/store.ts'
import { createSync } from '../../src-renderer/sync/store.ts'
import { createDrafts } from '../../src-renderer/ui/drafts.ts'
import { openBridge } from './helpers.ts'

export const checkedAt = '2026-11-22T09:42:00.000Z'
export const candidate = (id: string) => ({
  id,
  lastName: 'Van den Broeck',
  firstName: 'Élise',
  birthDate: '1988-03-14',
  email: 'elise@exemple.be',
  phone: null,
  login: 'VB12345670',
  fieldVersions: { email: 3 },
})
export const stranger = {
  id: 'elsewhere',
  inScope: false,
  lastName: 'Van den Broeck',
  likeness: 'probable',
  reasons: [],
}

/** A creation before a desk and a Certassur that answer when the test says so; its timers are the test's. */
export function openDesk(line: 'online' | 'offline' = 'online') {
  const bridge = openBridge()
  let made = 0
  const sync = createSync(bridge.desk)
  sync.follow()
  const say = (now: string) => bridge.tell('sync:changed', { line: now })
  say(line)
  const drafts = createDrafts(bridge.desk)
  const creation = createCreation({
    desk: bridge.desk,
    drafts,
    sync,
    newId: () => `id ${(made += 1)}`,
    now: () => Date.UTC(2026, 10, 22, 9),
  })
  creation.follow()
  const asked = (name: string) => bridge.asked.filter((one) => one.name === name)
  const newest = (name: string) => {
    const last = asked(name).at(-1)
    if (!last) throw new Error(`${name} was not asked`)
    return last
  }
  const write = (fields: Partial<Record<'lastName' | 'firstName' | 'birthDate' | 'email' | 'language', string>>) => {
    for (const [field, text] of Object.entries(fields)) creation.type(field as 'email', text)
  }
  /** The desk finds these. */
  const look = async (people: readonly object[] = []) => {
    await vi.advanceTimersByTimeAsync(200)
    await newest('candidate:look').answer({ people, ready: true, receivedAt: null })
  }
  return { ...bridge, drafts, creation, asked, newest, write, look, say }
}
export const elise = { lastName: 'Vandenbroek', firstName: 'Elise', birthDate: '14/03/1988', email: 'neuf@exemple.be' }

/** The form of Élise, answered by this desk and by Certassur. */
export async function openAnswered(here: readonly object[] = [], there: readonly object[] = []) {
  const desk = openDesk()
  await desk.creation.begin()
  desk.write({ ...elise, language: 'fr' })
  await desk.look(here)
  void desk.creation.search.ask()
  await desk.newest('candidate:lookUp').answer({ people: there, checkedAt })
  return desk
}
