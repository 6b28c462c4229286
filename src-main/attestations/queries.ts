import type {
  AttestationPage,
  AttestationRow,
  AttestationState,
  CandidateDocuments,
} from '../../shared/calls/document.ts'
import type { HandlerArgs } from '../../shared/ipc.ts'
import { fold } from '../../shared/text.ts'
import type { Cache } from '../cache/open.ts'
import { recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'

const COPIES = '(select count(*) from print p where p.documentId = a.id)'

// Where an attestation stands for the person at the counter; @now is an instant.
const STATE = `case when a.status = 'replaced' then 'replaced' when a.status = 'released' then
    case when exists (select 1 from print p where p.documentId = a.id) then 'printed' else 'ready' end
  when a.lateAfter < @now then 'late' else 'awaited' end`

// Rows are long and encrypted: everything is sorted from the indexes alone, and only what is shown is read.
const STATES = 'attestation a indexed by attestationState'
const FROM = `from ${STATES} join session s indexed by sessionDate on s.id = a.sessionId
  left join candidate c on c.id = a.candidateId`

interface Row {
  readonly body: string
  readonly lastName: string | null
  readonly firstName: string | null
  readonly examDate: string
  readonly state: AttestationState
  readonly copies: number
}
const COLUMNS = `c.lastName, c.firstName, s.date as examDate, ${STATE} as state, ${COPIES} as copies`

const toRow = ({ body, lastName, firstName, examDate, state, copies }: Row): AttestationRow => ({
  examDate,
  state,
  copies,
  attestation: recordOf<'attestation'>(body),
  lastName: lastName ?? '',
  firstName: firstName ?? '',
})

/** The attestations of a centre: what can be printed first, then by the day of the exam, the latest first. */
export function listAttestations(
  db: Cache,
  { state, text, offset, limit }: HandlerArgs<'attestation:list'>,
  now: Date,
): AttestationPage {
  const words = fold(text).split(' ').filter(Boolean)
  const values = {
    now: now.toISOString(),
    state,
    ...Object.fromEntries(words.map((word, i) => [`word${i}`, `%${word.replace(/[\\%_]/g, '\\$&')}%`])),
  }
  const where = [
    `(@state = 'all' or ${STATE} = @state)`,
    ...words.map((_, i) => `(c.searchText like @word${i} escape '\\' or lower(a.number) like @word${i} escape '\\')`),
  ].join(' and ')
  const rows = prepare(
    db,
    `select a.body, shown.* from (select a.id, ${COLUMNS}, c.sortName ${FROM} where ${where}
       order by s.date desc, c.sortName, a.id limit @limit offset @offset) shown
     join attestation a on a.id = shown.id order by shown.examDate desc, shown.sortName, shown.id`,
  ).all({ ...values, limit, offset }) as Row[]
  const counts = countAttestations(db, now)
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  if (words.length === 0) return { rows: rows.map(toRow), total: state === 'all' ? all : counts[state], counts }
  const { total } = prepare(db, `select count(*) as total ${FROM} where ${where}`).get(values) as { total: number }
  return { rows: rows.map(toRow), total, counts }
}

/** How many there are in each state. */
export function countAttestations(db: Cache, now: Date): AttestationPage['counts'] {
  const counts = { awaited: 0, late: 0, ready: 0, printed: 0, replaced: 0 }
  const counted = prepare(db, `select ${STATE} as state, count(*) as n from ${STATES} group by 1`).all({
    now: now.toISOString(),
  }) as { state: AttestationState; n: number }[]
  for (const { state, n } of counted) counts[state] = n
  return counts
}

/** A person's results and documents, the latest first. */
export function documentsOf(db: Cache, candidateId: string, now: Date): CandidateDocuments {
  const bodies = (sql: string) =>
    prepare(db, sql).all(candidateId) as { body: string; date?: string; copies?: number }[]
  const results = bodies(
    `select t.body, s.date from result t join session s on s.id = t.sessionId where t.candidateId = ? order by s.date desc`,
  )
  const attendances = bodies(
    `select a.body, ${COPIES} as copies from attendance a where a.candidateId = ? order by a.number desc`,
  )
  const prints = bodies('select body from print where candidateId = ? order by at desc')
  const attestations = prepare(
    db,
    `select a.body, ${COLUMNS} from attestation a join session s on s.id = a.sessionId
     left join candidate c on c.id = a.candidateId where a.candidateId = @candidateId order by s.date desc, a.id`,
  ).all({ candidateId, now: now.toISOString() }) as Row[]
  return {
    results: results.map(({ body, date = '' }) => ({ ...recordOf<'result'>(body), date })),
    attestations: attestations.map(toRow),
    attendances: attendances.map(({ body, copies = 0 }) => ({ attendance: recordOf<'attendance'>(body), copies })),
    prints: prints.map(({ body }) => recordOf<'print'>(body)),
  }
}
