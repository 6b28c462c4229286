import { expect, test } from 'vitest'
import type { RecordStatus } from '../../shared/calls/candidate.ts'
import { createAnswers } from '../../src-renderer/sessions/answersStore.ts'
import { openSessionsDesk, somebody, someRecord } from './sessionHelpers.ts'

function openAnswers() {
  const desk = openSessionsDesk()
  return { ...desk, answers: createAnswers(desk.desk) }
}
const people = (...statuses: readonly RecordStatus[]) =>
  someRecord(
    {},
    statuses.map((status, index) => somebody({ id: `r${index}` }, { status })),
  )
const line = (id: string, entityId: string) => ({ id, entityId, kind: 'registration.create' })
const found = ({ answers }: ReturnType<typeof openAnswers>) =>
  [...answers.getState().lines].map(([id, lines]) => [id, lines.map((one) => one.id)])

test('nothing is asked while nobody is to be reviewed', () => {
  const { answers, asked } = openAnswers()
  answers.follow(people('registered', 'waiting'))
  expect(asked).toEqual([])
})

test('every answer stands with the person it is about, and nobody else’s', async () => {
  const desk = openAnswers()
  desk.answers.follow(people('refused', 'registered', 'conflict'))
  const rows = [line('a', 'r0'), line('b', 'other'), line('c', 'r2'), line('d', 'r0')]
  await desk.last().answer({ rows, total: 4 })
  expect(found(desk)).toEqual([
    ['r0', ['a', 'd']],
    ['r2', ['c']],
  ])
})

test('as many pages are asked as there are', async () => {
  const desk = openAnswers()
  desk.answers.follow(people('refused'))
  await desk.last().answer({ rows: [line('b', 'other')], total: 201 })
  expect(desk.last().args).toMatchObject({ only: 'toReview', offset: 200 })
  await desk.last().answer({ rows: [line('a', 'r0')], total: 201 })
  expect(found(desk)).toEqual([['r0', ['a']]])
  expect(desk.asked).toHaveLength(2)
})

test('an answer that comes after the session was left says nothing about the next one', async () => {
  const desk = openAnswers()
  desk.answers.follow(people('refused'))
  desk.answers.follow(null)
  await desk.last().answer({ rows: [line('a', 'r0')], total: 1 })
  expect(found(desk)).toEqual([])
})

test('what was dealt with is gone', async () => {
  const desk = openAnswers()
  desk.answers.follow(people('refused'))
  await desk.last().answer({ rows: [line('a', 'r0')], total: 1 })
  desk.answers.follow(people('registered'))
  expect(found(desk)).toEqual([])
})
