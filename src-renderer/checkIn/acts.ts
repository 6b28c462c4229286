import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DoorRow, Elsewhere } from '../../shared/calls/checkIn.ts'
import type { CandidateValues } from '../../shared/candidate.ts'
import { type CheckIn, cameIn, type CheckInValues, type Mark } from '../../shared/checkIn.ts'
import { instantOf } from '../../shared/time.ts'
import type { Door } from './doorStore.ts'
import type { ElsewhereSearch } from './elsewhereStore.ts'
import { find, looksLikeCode } from './find.ts'
import type { LetterAct, Step } from './keys.ts'
import { cursorOf, expected, lastMarkOf, nextUnmarked, type Item, type Shown, shownItems } from './rows.ts'
import type { Stranger, View } from './viewStore.ts'

/** A second Enter so soon, with nothing typed, is a scanner's line end or a trembling key: neither the next person nor an answer. */
export const scannerPause = 250

type Asking =
  | { readonly kind: 'refusal'; readonly row: DoorRow }
  | { readonly kind: 'undo'; readonly row: DoorRow; readonly mark: CheckIn }
  | { readonly kind: 'newcomer' }
  | { readonly kind: 'walkIn'; readonly person: Elsewhere; readonly newcomer?: CandidateValues }
  | { readonly kind: 'close' }
  | { readonly kind: 'signList' }

type Refusal = Pick<CheckInValues, 'refusal' | 'remark'>

/** What the operator does at the door, by key or by mouse: the same acts. */
export interface Acts {
  readonly asking: StoreApi<{ readonly asking: Asking | null }>
  shown(): Shown & { readonly cursor: number }
  search(text: string): void
  /** @param page how many lines one page holds */
  move(step: Step, page: number): void
  enter(): void
  /** A code that nobody on the list answers to, or that is held up before a session is chosen. */
  scan(code: string): Promise<void>
  /** What was said of a scan is read; where he is expected at another door today, it is opened on him. */
  answer(scanned: Stranger): void
  mark(row: DoorRow, mark: Mark, refusal?: Refusal): Promise<boolean>
  /** An act on the line under the cursor. */
  letter(act: LetterAct): void
  /** Asks why: the mark of a row, or the last one made here. */
  undo(row?: DoorRow): void
  ask(asking: Asking | null): void
  /** Back to typing; what was said is read. */
  leave(): void
}

interface Parts {
  readonly door: Door
  readonly view: View
  readonly elsewhere: ElsewhereSearch
  readonly now: () => number
  /** Opens a session's list. */
  readonly open: (sessionId: string) => void
}

export function createActs({ door, view, elsewhere, now, open }: Parts): Acts {
  const asking = createStore<{ readonly asking: Asking | null }>(() => ({ asking: null }))
  /** When the last Enter was obeyed; never while a scan is looked up. */
  let enteredAt = 0

  const rows = () => expected(door.getState().list?.rows ?? [])
  function shown() {
    const { text, filter, chosen, hint } = view.getState()
    const found = shownItems(rows(), text, filter, elsewhere.getState().people)
    // Whoever comes next is not who held up a code that let nobody in.
    return { ...found, cursor: hint?.kind === 'scanned' ? -1 : cursorOf(found, chosen) }
  }
  function under(): Item | undefined {
    const { items, cursor } = shown()
    return items[cursor]
  }
  const ask = (question: Asking | null) => asking.setState({ asking: question })

  function search(text: string): void {
    view.type(text)
    const { sessionId } = door.getState()
    const found = find(rows(), text)
    const known = looksLikeCode(text) || (found.sure && found.rows.length > 0)
    if (sessionId !== null) elsewhere.look(sessionId, known ? '' : text.trim())
  }
  function goOn(key: string | null): void {
    view.goOn(key)
    elsewhere.look('', '')
  }

  async function mark(row: DoorRow, mark: Mark, refusal: Refusal = { refusal: null, remark: null }): Promise<boolean> {
    const { list } = door.getState()
    const { id } = row.registration
    if (!list?.open) return false
    const { hour, identity } = view.getState()
    const seen = mark === 'present' || mark === 'late' ? identity : identityFor(row, mark, refusal)
    enteredAt = now()
    // At once, and not after the answer: the next name may be typed before it comes.
    goOn(mark === 'leftEarly' ? id : nextUnmarked(rows(), id))
    const at = hour === null ? null : instantOf(list.session.date, hour)
    const done = await door.record({ registrationId: id, mark, at, identity: seen, ...refusal })
    if (!done && view.getState().text === '') view.choose(id)
    return done
  }

  function onRow(row: DoorRow, wanted: Mark): void {
    const allowed = wanted === 'leftEarly' ? cameIn(row.mark) : row.mark === null
    if (!allowed) {
      view.explain({ kind: wanted === 'leftEarly' ? 'notIn' : 'already', registrationId: row.registration.id })
      elsewhere.look('', '')
    } else if (wanted === 'notAdmitted') ask({ kind: 'refusal', row })
    else void mark(row, wanted)
  }

  async function scan(code: string): Promise<void> {
    enteredAt = Number.POSITIVE_INFINITY
    door.dismiss()
    goOn(null)
    const scanned = await door.scan(code)
    enteredAt = now()
    if (scanned?.kind === 'here') await letIn(scanned.registrationId)
    else if (scanned?.kind === 'otherSession' && scanned.mayGo && door.getState().sessionId === null) answer(scanned)
    else if (scanned) view.explain({ kind: 'scanned', scanned })
  }

  /** Whom a code meant that his line does not say, as the one of an older invitation. */
  async function letIn(registrationId: string): Promise<void> {
    const find = () => rows().find(({ registration }) => registration.id === registrationId)
    if (!find()) await door.refresh()
    const row = find()
    if (row && door.getState().list?.open) onRow(row, 'present')
    else view.choose(registrationId)
  }

  function answer(scanned: Stranger): void {
    enteredAt = now()
    view.leave()
    if (scanned.kind !== 'otherSession' || !scanned.mayGo) return
    open(scanned.sessionId)
    view.choose(scanned.registrationId)
  }

  return {
    asking,
    scan,
    answer,
    shown,
    search,
    ask,
    mark,
    move(step, page) {
      const { items, cursor } = shown()
      const to = { previous: cursor - 1, next: cursor + 1, pageUp: cursor - page, pageDown: cursor + page }
      const wanted = step === 'first' ? 0 : step === 'last' ? items.length - 1 : to[step]
      const item = items[Math.min(Math.max(wanted, 0), items.length - 1)]
      if (item) view.choose(item.key)
    },
    enter() {
      const { text, hint } = view.getState()
      if (text.trim() === '' && now() - enteredAt < scannerPause) return
      if (hint?.kind === 'scanned') return answer(hint.scanned)
      const item = under()
      if (item?.kind === 'elsewhere') ask({ kind: 'walkIn', person: item.person })
      else if (item) {
        if (door.getState().list?.open) onRow(item.row, 'present')
      } else if (looksLikeCode(text)) void scan(text)
      else if (text.trim() !== '' && door.getState().list?.open) ask({ kind: 'newcomer' })
    },
    letter(act) {
      if (act === 'identity') return view.nextIdentity()
      const item = under()
      if (act !== 'hour' && item?.kind === 'row' && door.getState().list?.open) onRow(item.row, act)
    },
    undo(row) {
      const { browsing } = view.getState()
      const item = under()
      const target = row ?? (browsing && item?.kind === 'row' ? item.row : undefined)
      const chosen = target && lastMarkOf(target)
      const last = door.lastMade()
      const made = last && [last.row.arrival, last.row.departure].find((mark) => mark?.id === last.markId)
      if (!door.getState().list?.open) return
      if (target && chosen) ask({ kind: 'undo', row: target, mark: chosen })
      else if (last && made) ask({ kind: 'undo', row: last.row, mark: made })
    },
    leave() {
      door.dismiss()
      view.leave()
      elsewhere.look('', '')
    },
  }
}

/** What a mark that asks for no document says about it: nothing that nobody looked at. */
function identityFor(row: DoorRow, mark: Mark, { refusal }: Refusal): CheckIn['identity'] {
  if (mark === 'leftEarly') return row.arrival?.identity ?? 'notSeen'
  return refusal === 'otherPerson' ? 'differs' : 'notSeen'
}
