import type { CandidatePatch } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import type { Mail } from '../../shared/mail.ts'

/** How far one thing is that somebody did with a record. */
export interface Progress {
  readonly id: string
  /** What was entered; null where only codes were asked for. */
  readonly edit: SentChange<CandidatePatch> | null
  readonly actedAt: string
  /** When central took it; null before. */
  readonly registeredAt: string | null
  /** The codes that go after it; null where nobody asked for them. */
  readonly codes: { readonly taken: boolean; readonly mail: Mail | null } | null
}

/** Changes on their way or arrived, the newest first. */
export const onTheWay = (changes: readonly SentChange<CandidatePatch>[]): readonly SentChange<CandidatePatch>[] =>
  changes
    .filter(({ status }) => status === 'pending' || status === 'accepted')
    .toSorted((a, b) => b.actedAt.localeCompare(a.actedAt))

type Followed = Pick<CandidateRecord, 'changes' | 'codesMails'>

/** What was done with a record, the newest first; another address and the codes after it are one act (rule 4). */
export function progressOf({ changes, codesMails }: Followed): readonly Progress[] {
  const going = onTheWay(changes)
  const joined = new Map(
    going
      .filter(({ kind }) => kind === 'codes.send')
      .map((codes) => [going.find((edit) => edit.kind === 'candidate.edit' && edit.actedAt === codes.actedAt), codes]),
  )
  return going.flatMap((change): Progress[] => {
    if (change.kind === 'codes.send' && [...joined].some(([edit, codes]) => edit && codes.id === change.id)) return []
    const asked = change.kind === 'codes.send' ? change : joined.get(change)
    return [
      {
        id: change.id,
        edit: change.kind === 'codes.send' ? null : change,
        actedAt: change.actedAt,
        registeredAt: change.verdict?.at ?? null,
        codes: asked ? { taken: asked.verdict !== null, mail: mailOf(asked, codesMails) } : null,
      },
    ]
  })
}

/**
 * What a candidate who lost his codes is to be told. `wait`: nothing has left yet · `mayAsk`: he can ask for them himself,
 * at the new address · null: nothing about them was done lately, or they went and the steps say what became of them.
 */
export function toTell(record: Followed): 'wait' | 'mayAsk' | null {
  // Only the latest counts. A new record is mailed its codes by itself.
  const latest = progressOf(record).find(
    ({ edit, codes }) =>
      codes !== null || (edit !== null && edit.kind !== 'candidate.create' && typeof edit.patch.email === 'string'),
  )
  if (!latest) return null
  if (latest.registeredAt === null || latest.codes?.taken === false) return 'wait'
  return latest.codes === null ? 'mayAsk' : null
}

/** The mail of the act itself, or the one that was on its way already when central took the act. */
const mailOf = ({ id, verdict }: SentChange<CandidatePatch>, mails: readonly Mail[]): Mail | null =>
  mails.find((mail) => mail.id === id) ??
  mails.find(
    ({ createdAt, endedAt }) => verdict && createdAt <= verdict.at && (endedAt === null || endedAt >= verdict.at),
  ) ??
  null
