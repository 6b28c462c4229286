import { awaitFor, releaseDue } from '../../src-central/jobs/release.ts'
import { aRegistration, aSession, newId, type TestCentral } from './central.ts'

/** A session that is over, where somebody passed: his attestation is awaited. */
export async function aPassedExam(
  test: TestCentral,
  candidateId: string,
  { date = '2026-03-02', exam = 'M1' }: { readonly date?: string; readonly exam?: string } = {},
): Promise<string> {
  const sessionId = await aSession(test, { date, exams: [exam] })
  const registrationId = await aRegistration(test, sessionId, candidateId, [exam])
  const { central, centreId } = test
  await central.db
    .insertInto('result')
    .values({
      id: newId(),
      centreId,
      registrationId,
      sessionId,
      candidateId,
      exam,
      outcome: 'passed',
      at: `${date}T10:00:00.000Z`,
    })
    .execute()
  await awaitFor(central)
  const { id } = await central.db
    .selectFrom('attestation')
    .select('id')
    .where('registrationId', '=', registrationId)
    .executeTakeFirstOrThrow()
  return id
}

/** The same, a day later: released. */
export async function aReleasedAttestation(
  test: TestCentral,
  candidateId: string,
  exam: Parameters<typeof aPassedExam>[2] = {},
) {
  const id = await aPassedExam(test, candidateId, exam)
  await releaseDue(test.central)
  const { number, jws } = await test.central.db
    .selectFrom('attestation')
    .select(['number', 'jws'])
    .where('id', '=', id)
    .where('status', '=', 'released')
    .executeTakeFirstOrThrow()
  return { id, number: number ?? '', jws: jws ?? '' }
}
