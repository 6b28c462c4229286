import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionRecord } from '../../shared/calls/session.ts'
import type { ExchangeLine } from '../../shared/calls/sync.ts'
import type { Desk } from '../desk.ts'

const atOnce = 200

interface AnswersState {
  /** By registration: the acts on it that Certassur did not take as they were, the newest first. */
  readonly lines: ReadonlyMap<string, readonly ExchangeLine[]>
}

/** Why people of the open session are to be reviewed. */
export interface Answers extends StoreApi<AnswersState> {
  /** Reads them for the session as it is now; null forgets them. */
  follow(record: SessionRecord | null): void
}

const none: AnswersState = { lines: new Map() }

export function createAnswers(desk: Desk): Answers {
  const store = createStore<AnswersState>(() => none)
  // An answer counts only for the last question.
  let question = 0

  async function read(wanted: ReadonlySet<string>): Promise<void> {
    question += 1
    const mine = question
    const lines = new Map<string, readonly ExchangeLine[]>()
    try {
      for (let offset = 0, total = 1; offset < total; offset += atOnce) {
        const page = await desk.call('change:list', { only: 'toReview', offset, limit: atOnce })
        if (mine !== question) return
        total = page.total
        for (const line of page.rows) {
          const { entityId } = line
          if (wanted.has(entityId)) lines.set(entityId, [...(lines.get(entityId) ?? []), line])
        }
      }
      store.setState({ lines })
    } catch {
      // The screen says without it that something is to be reviewed, and where.
    }
  }

  return {
    ...store,
    follow(record) {
      const asking = record?.registrations.filter(({ status }) => status === 'refused' || status === 'conflict') ?? []
      if (asking.length > 0) return void read(new Set(asking.map(({ registration }) => registration.id)))
      question += 1
      return store.setState(none)
    },
  }
}
