import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ExchangeLine } from '../../shared/calls/sync.ts'
import { clockError, enteredValues, stateOf } from '../../src-renderer/exchange/act.ts'
import { createExchange } from '../../src-renderer/exchange/store.ts'
import { openBridge } from './helpers.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const at = '2026-11-21T10:00:00.000Z'
const line = (more: Partial<ExchangeLine> = {}): ExchangeLine => ({
  id: 'one',
  kind: 'candidate.edit',
  patch: {},
  actedAt: at,
  status: 'pending',
  verdict: null,
  entityId: 'jan',
  subject: 'Peeters Jan',
  candidateId: 'jan',
  sessionId: null,
  actorName: 'Marie Lambert',
  sentAt: null,
  closedAt: null,
  waitsFor: null,
  ...more,
})
const versions = { version: 2, fieldVersions: {} }
const rejected = { status: 'rejected', at, code: 'input.invalid' } as const
const accepted = { status: 'accepted', at, ...versions } as const

describe('how far an act is', () => {
  test('waits for the line, or for another act', () => {
    expect(stateOf(line())).toBe('waiting')
    expect(stateOf(line({ waitsFor: 'other' }))).toBe('blocked')
  })

  test('accepted with a remark is not simply accepted', () => {
    expect(stateOf(line({ verdict: accepted }))).toBe('accepted')
    expect(stateOf(line({ verdict: { ...accepted, flags: [] } }))).toBe('accepted')
    expect(stateOf(line({ verdict: { ...accepted, flags: ['clockOdd'] } }))).toBe('flagged')
  })

  test('a refusal that was seen asks for nothing more', () => {
    expect(stateOf(line({ verdict: rejected }))).toBe('refused')
    expect(stateOf(line({ verdict: rejected, closedAt: at }))).toBe('closed')
  })
})

describe('what was entered', () => {
  test('of a decision is whose record it is, and which address stays when both are of one person', () => {
    const decided = (decision: string) =>
      enteredValues(line({ kind: 'hold.resolve', patch: { decision, with: 'x', takeEmail: false, reason: 'jumeaux' } }))
    expect(decided('same').map(({ field }) => field)).toEqual(['decision', 'takeEmail', 'reason'])
    expect(decided('different').map(({ field }) => field)).toEqual(['decision', 'reason'])
  })

  test('is told in the order of reading, without the ids of other records', () => {
    const values = enteredValues(
      line({ kind: 'registration.create', patch: { pc: 3, sessionId: 'x', candidateId: 'y', exams: ['M1'] } }),
    )
    expect(values.map(({ field }) => field)).toEqual(['exams', 'pc'])
  })

  test('an emptied field counts in an edit, an empty one of a new record does not', () => {
    expect(enteredValues(line({ patch: { phone: null } }))).toHaveLength(1)
    expect(enteredValues(line({ kind: 'session.create', patch: { note: null } }))).toEqual([])
  })

  test('stands beside what central says of it', () => {
    const [wrong] = enteredValues(
      line({
        patch: { email: 'jan@' },
        verdict: { ...rejected, fields: [{ field: 'patch.email', code: 'email.invalid' }] },
      }),
    )
    expect(wrong?.wrong).toBe('email.invalid')
    const [conflict] = enteredValues(
      line({
        patch: { phone: '1' },
        verdict: { status: 'conflict', at, ...versions, conflicts: { phone: { value: null, version: 2 } } },
      }),
    )
    expect(conflict?.theirs).toEqual({ value: null, version: 2 })
  })
})

describe('the clock of this PC', () => {
  test('is worth a word only when it is clearly wrong', () => {
    expect(clockError(null)).toBeNull()
    expect(clockError(-5 * 60_000)).toBeNull()
    expect(clockError(12 * 60_000)).toEqual({ way: 'slow', by: 12, unit: 'minute' })
    expect(clockError(-3 * 3_600_000)).toEqual({ way: 'fast', by: 3, unit: 'hour' })
    expect(clockError(365 * 86_400_000)).toEqual({ way: 'slow', by: 365, unit: 'day' })
  })
})

describe('dealing with a refusal', () => {
  async function openExchange() {
    const bridge = openBridge()
    let made = 0
    const exchange = createExchange(bridge.desk, () => `new ${(made += 1)}`)
    exchange.list.ask({ only: 'toReview' })
    const refused = [line({ verdict: rejected }), line({ id: 'two', verdict: rejected })]
    await bridge.last().answer({ rows: refused, total: 2, counts: { waiting: 0, toReview: 2, all: 9 } })
    exchange.list.choose(0)
    return { ...bridge, exchange }
  }

  test('pressed again after a failure it is the same new act', async () => {
    const { exchange, last, asked } = await openExchange()
    const first = exchange.retry('one')
    await last().refuse('call.failed')
    expect(await first).toBe(false)
    expect(exchange.acts.getState().error?.code).toBe('call.failed')
    void exchange.retry('one')
    expect(asked.slice(-2).map(({ args }) => args)).toEqual([
      { id: 'one', changeId: 'new 1' },
      { id: 'one', changeId: 'new 1' },
    ])
  })

  test('a second press while the first is on its way does nothing', async () => {
    const { exchange, asked } = await openExchange()
    void exchange.retry('one')
    expect(await exchange.close('one')).toBe(false)
    expect(asked.filter(({ name }) => name === 'change:close')).toEqual([])
  })

  test('opens the next one when it is done with', async () => {
    const { exchange, last } = await openExchange()
    const closed = exchange.close('one')
    await last().answer(null)
    expect(await closed).toBe(true)
    vi.advanceTimersByTime(200)
    await last().answer({
      rows: [line({ id: 'two', verdict: rejected })],
      total: 1,
      counts: { waiting: 0, toReview: 1, all: 9 },
    })
    expect(exchange.list.getState().chosen?.id).toBe('two')
  })

  test('the error of one line is not said of another', async () => {
    const { exchange, last } = await openExchange()
    void exchange.close('one')
    await last().refuse('call.failed')
    exchange.list.choose(1)
    expect(exchange.acts.getState().error).toBeNull()
  })
})
