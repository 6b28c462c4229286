import { createContext, use } from 'react'
import type { Events } from '../../shared/ipc.ts'
import type { Tools } from '../tools.ts'
import { createDrafts, type Drafts, flushWhenLeft, readOnce } from '../ui/drafts.ts'
import { type Answers, createAnswers } from './answersStore.ts'
import { type Choosing, createChoosing } from './choosingStore.ts'
import { draftKey, isOurs, newKey, restoreNew, sessionOfDraft } from './draft.ts'
import { createList, type SessionList } from './listStore.ts'
import { createMove, type Move } from './moveStore.ts'
import { createOpenSession, type OpenSession } from './openStore.ts'
import { createPeople, type People } from './peopleStore.ts'
import { createRegister, type Register } from './registerStore.ts'
import { isOver } from './status.ts'

/** The stores of the screen, one for each concern. */
export interface Sessions {
  readonly list: SessionList
  readonly open: OpenSession
  readonly register: Register
  readonly people: People
  readonly move: Move
  readonly answers: Answers
  readonly choosing: Choosing
  readonly drafts: Drafts
  /** Opens this session, or none yet, to register this person. */
  chooseFor(candidateId: string, sessionId: string | null): void
  /** Nobody is registered after all, and no session is chosen any more. */
  stopRegistering(): void
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

  const answers = createAnswers(desk)
  const choosing = createChoosing(desk)
  const drafts = createDrafts(desk)

  /** Whoever waits for a session is placed before the one that is open, if it still takes people. */
  const offerPlace = () => {
    const { person } = choosing.getState()
    const { record } = open.getState()
    if (person && record && !isOver(record) && !register.getState().choice) register.choose(person, record)
  }

  open.subscribe((state, before) => {
    // What was chosen among the people of one session means nothing in another.
    if (state.id !== before.id || state.fresh !== before.fresh) {
      register.reset()
      people.reset()
      move.giveUp()
    }
    if (state.record === before.record) return
    answers.follow(state.record)
    if (state.record?.session.id !== before.record?.session.id) offerPlace()
  })
  open.subscribe(({ id, readError }) => {
    // A session that is gone takes its draft along, or it would be opened in vain at every sign-in.
    if (id !== null && readError?.code === 'session.unknown') drafts.forget(draftKey(id))
  })
  choosing.subscribe(({ person }, before) => {
    if (person !== before.person) offerPlace()
  })
  register.subscribe(({ done }, before) => {
    if (done && done !== before.done) choosing.giveUp()
  })

  /** The session that somebody was typing in opens again. */
  const takeUp = async () => {
    const last = await readOnce(drafts, isOurs)
    const { id, fresh } = open.getState()
    if (!last || id !== null || fresh !== null || choosing.getState().candidateId !== null) return undefined
    if (last.key !== newKey) return open.open(sessionOfDraft(last))
    const restored = restoreNew(last)
    return restored && open.begin(restored.start, restored.copy)
  }

  return {
    list,
    open,
    register,
    people,
    move,
    answers,
    choosing,
    drafts,
    chooseFor(candidateId, sessionId) {
      register.giveUp()
      open.open(sessionId)
      choosing.begin(candidateId)
    },
    stopRegistering() {
      register.giveUp()
      choosing.giveUp()
    },
    follow() {
      const stopList = list.follow()
      open.refresh()
      void takeUp()
      const stopFlushing = flushWhenLeft(drafts, window)
      const stop = desk.on('data:changed', ({ tables }) => {
        if (!tables.some((table) => shownHere.has(table))) return
        list.refresh()
        open.refresh()
      })
      return () => {
        stop()
        stopList()
        stopFlushing()
        drafts.flush()
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
