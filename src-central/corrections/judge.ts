import { candidateFields } from '../../shared/candidate.ts'
import { documentLanguageOf } from '../../shared/centre.ts'
import type { ChangeOf } from '../../shared/changes/change.ts'
import { type CorrectedField, correctedFields } from '../../shared/correction.ts'
import { reissue } from '../jobs/release.ts'
import { queueMail } from '../mail/queue.ts'
import { editRow } from '../sync/editRow.ts'
import { accepted, type Case, type Judge, rejected } from '../sync/judge.ts'

type Deciding = Case<ChangeOf<'correction.decide'>>

/**
 * What the centre says to a correction that a candidate asked for (docs/protocol.md, C16).
 *
 * Accepted, the record takes what he asked for, and every attestation that says otherwise is replaced, whenever it was
 * released. He is mailed the answer either way.
 */
export const judgeCorrectionDecide: Judge<'correction.decide'> = async (on) => {
  const { db, central, desk, change, actorName, at } = on
  const asked = await db
    .selectFrom('correction')
    .selectAll()
    .where('id', '=', change.entityId)
    .where('centreId', '=', desk.centreId)
    .forUpdate()
    .executeTakeFirst()
  if (!asked) return rejected(at, 'correction.unknown')
  const { status, answer } = change.patch
  if (asked.status !== 'asked') {
    return asked.status === status ? accepted(at, asked) : rejected(at, 'correction.decided')
  }
  const person = await lockPerson(on, asked.candidateId)
  if (!person) return rejected(at, 'candidate.unknown')
  if (status === 'accepted') {
    const isOther = (field: CorrectedField) =>
      field in asked.patch && person[field] !== change.proof.seen[field] && person[field] !== asked.patch[field]
    if (correctedFields.some(isOther)) return rejected(at, 'correction.changed')
    await editRow(db, 'candidate', person, asked.patch, person.fieldVersions, at)
    await reissue(central, db, person.id, new Date(0).toISOString())
  }
  const version = asked.version + 1
  await db
    .updateTable('correction')
    .set({ status, answer, actorName, decidedAt: at, version })
    .where('id', '=', asked.id)
    .execute()
  if (person.email !== null) {
    await queueMail(
      { db, central, centreId: desk.centreId, at },
      {
        kind: status === 'accepted' ? 'correctionAccepted' : 'correctionRefused',
        candidateId: person.id,
        to: person.email,
        language: documentLanguageOf(person.language),
        data: { asked: asked.kind, answer },
        dedupeKey: `correction:${asked.id}`,
      },
    )
  }
  return accepted(at, { version })
}

const lockPerson = ({ db }: Deciding, candidateId: string) =>
  db
    .selectFrom('candidate')
    .select(['id', ...candidateFields, 'version', 'fieldVersions'])
    .where('id', '=', candidateId)
    .where('mergedInto', 'is', null)
    .forUpdate()
    .executeTakeFirst()
