import { createContext, use } from 'react'
import type { Events } from '../../shared/ipc.ts'
import type { Tools } from '../tools.ts'
import { createList, type SessionList } from './listStore.ts'
import { createMove, type Move } from './moveStore.ts'
import { createOpenSession, type OpenSession } from './openStore.ts'
import { createPeople, type People } from './peopleStore.ts'
import { createRegister, type Register } from './registerStore.ts'

/** The stores of the screen, one for each concern. */
export interface Sessions {
  readonly list: SessionList
  readonly open: OpenSession
  readonly register: Register
  readonly people: People
  readonly move: Move
  /** Begins to follow the data; returns what ends it. */
  follow(): () => void
}

type Table = Events['data:changed']['tables'][number]
const shownHere: ReadonlySet<Table> = new Set(['session', 'registration', 'checkIn', 'candidate', 'change'])

type Needed = Pick<Tools, 'desk' | 'newId' | 'now' | 'preferences'>

export function createSessions({ desk, newId, now, preferences }: Needed): Sessions {
  const list = createList(desk, preferences, now)
  const open = createOpenSession(desk, newId)
  const register = createRegister(desk, newId, open.accept)
  const people = createPeople(desk, newId, open.accept)
  const move = createMove(desk, newId, now, open.accept)

  // What was chosen among the people of one session means nothing in another.
  open.subscribe((state, before) => {
    if (state.id === before.id && state.fresh === before.fresh) return
    register.reset()
    people.reset()
    move.giveUp()
  })

  return {
    list,
    open,
    register,
    people,
    move,
    follow() {
      const stopList = list.follow()
      open.refresh()
      const stop = desk.on('data:changed', ({ tables }) => {
        if (!tables.some((table) => shownHere.has(table))) return
        list.refresh()
        open.refresh()
      })
      return () => {
        stop()
        stopList()
      }
    },
  }
}

export const SessionsContext = createContext<Sessions | null>(null)

export function useSessions(): Sessions {
  const sessions = use(SessionsContext)
  if (!sessions) throw new Error('the sessions screen stands outside its context')
  return sessions
}
