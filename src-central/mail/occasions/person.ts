import { documentLanguageOf } from '../../../shared/centre.ts'
import type { MailKind } from '../../../shared/mail.ts'
import { maskEmail } from '../../../shared/mask.ts'
import type { Transacting } from '../../sync/judge.ts'
import { type Cause, isAddress, queueMail } from '../queue.ts'
import { invite, uninvited } from './session.ts'

/** Whom a mail can be for: he has a login, so that it is said whose record it is, and was not merged into another. */
const writable = (db: Transacting, candidateId: string) =>
  db
    .selectFrom('candidate')
    .select(['id', 'email', 'language', 'login'])
    .where('id', '=', candidateId)
    .where('login', 'is not', null)
    .where('mergedInto', 'is', null)
    .executeTakeFirst()

/** Rule 2: whoever gets his login is mailed it, with a first password; once in his life. */
export async function welcome(cause: Cause, candidateId: string): Promise<void> {
  const person = await writable(cause.db, candidateId)
  if (!person?.email) return
  await queueMail(cause, {
    kind: 'codes',
    candidateId,
    to: person.email,
    language: documentLanguageOf(person.language),
    dedupeKey: `codes:${candidateId}`,
  })
}

export interface NewEmail {
  readonly candidateId: string
  readonly from: string | null
  readonly to: string | null
  /** Names the act, so that it tells of itself once. */
  readonly act: string
}

/** These are about an address, not for a person: where they go does not follow him. */
const ofAddresses: readonly MailKind[] = ['emailNew', 'emailOld', 'emailConfirm', 'merged']

/**
 * Another address was registered: both are told, the old one without the new, and what did not arrive there goes to the
 * new one. A first address brings what could not be sent before.
 */
export async function emailChanged(cause: Cause, { candidateId, from, to, act }: NewEmail): Promise<void> {
  const person = await writable(cause.db, candidateId)
  if (!person || from === to) return
  await followAddress(cause, candidateId, to)
  const language = documentLanguageOf(person.language)
  if (from !== null) {
    await queueMail(cause, { kind: 'emailOld', candidateId, to: from, language, dedupeKey: `emailOld:${act}` })
  }
  if (to !== null && from !== null) {
    await queueMail(cause, { kind: 'emailNew', candidateId, to, language, dedupeKey: `emailNew:${act}` })
  }
  if (to === null || from !== null) return
  await welcome(cause, candidateId)
  await invite(cause, await uninvited(cause.db, candidateId))
}

/** What waits goes to the new address, and so does what surely never arrived at the old one. */
export async function followAddress({ db, at }: Cause, candidateId: string, to: string | null): Promise<void> {
  const ofPerson = db.updateTable('mail').where('candidateId', '=', candidateId).where('kind', 'not in', ofAddresses)
  if (to === null || !isAddress(to)) {
    await ofPerson
      .set((e) => ({ status: 'failed', fate: 'withdrawn', endedAt: at, version: e('version', '+', 1) }))
      .where('status', '=', 'waiting')
      .execute()
    return
  }
  const address = { to, shown: maskEmail(to) }
  await ofPerson
    .set((e) => ({ ...address, version: e('version', '+', 1) }))
    .where('status', '=', 'waiting')
    .execute()
  await ofPerson
    .set((e) => ({
      ...address,
      status: 'waiting',
      fate: null,
      serverCode: null,
      attempts: 0,
      nextAt: at,
      startedAt: null,
      handedAt: null,
      sentAt: null,
      endedAt: null,
      version: e('version', '+', 1),
    }))
    .where('fate', 'in', ['refused', 'malformed', 'returned'])
    .execute()
}

export interface MergedPeople {
  readonly mergeId: string
  readonly survivor: string
  readonly login: string | null
  readonly language: 'fr' | 'nl' | 'de'
  readonly addresses: readonly string[]
}

/** Rule 10: each of the addresses is told which login remains. */
export async function tellMerged(cause: Cause, merged: MergedPeople): Promise<void> {
  for (const [n, to] of merged.addresses.entries()) {
    await queueMail(cause, {
      kind: 'merged',
      candidateId: merged.survivor,
      to,
      language: documentLanguageOf(merged.language),
      data: { login: merged.login },
      dedupeKey: `merged:${merged.mergeId}:${n}`,
    })
  }
}
