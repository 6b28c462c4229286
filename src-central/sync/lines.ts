import { type RawBuilder, sql } from 'kysely'
import { redirected } from '../../shared/changes/shape.ts'

// The JSON of an instant as desks expect it: UTC with milliseconds. PostgreSQL's own has microseconds and an offset.
const instant = (column: string): string =>
  `to_char("${column}" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${column}"`

const named = (columns: string): string =>
  columns
    .split(' ')
    .map((column) => `"${column}"`)
    .join(', ')

// What desks are told of each noun, and which of it are instants. Named one by one: PostgreSQL writes a row of plain
// columns as JSON ten times faster than it takes a whole row apart.
interface Told {
  readonly columns: string
  readonly instants?: readonly string[]
  /** What is told otherwise than it stands there. */
  readonly made?: string
}
const nouns: Readonly<Record<string, Told>> = {
  session: {
    columns: `id code date startTime endTime locationId room mode exams seats controllers note status cancelReason closedBy version fieldVersions`,
    instants: ['closedAt'],
  },
  registration: {
    columns: `id sessionId candidateId exams language pc status seat overrideReason cancelReason checkInToken formerTokens version fieldVersions`,
  },
  checkIn: {
    columns: `id registrationId sessionId candidateId mark identity refusal remark actor actorName deskName clockOdd stands undoneBy undoReason version`,
    instants: ['at', 'actedAt', 'receivedAt', 'undoneAt'],
  },
  result: { columns: 'id registrationId sessionId candidateId exam outcome version', instants: ['at'] },
  attestation: {
    columns: 'id candidateId registrationId sessionId exam number status jws replacedBy version',
    instants: ['expectedFrom', 'lateAfter', 'releasedAt'],
  },
  attendance: {
    columns: 'id registrationId sessionId candidateId number data version',
    instants: ['issuedAt'],
  },
  print: {
    columns: 'id documentKind documentId candidateId copy way printer actor actorName deskName version',
    instants: ['at'],
  },
  distinction: { columns: 'id a b reason actorName stands version' },
  hold: { columns: 'id matches decision with takeEmail reason actorName version' },
  mergeRequest: { columns: 'id a b reason status answer survivor actorName version', instants: ['askedAt'] },
  mail: {
    columns: 'id kind candidateId shown fate version',
    instants: ['createdAt', 'endedAt'],
    made: `case status when 'sending' then 'waiting' else status end as status`,
  },
  advice: { columns: 'id sessionId way actorName deskName version', instants: ['at'] },
  contact: { columns: 'id candidateId problem outcome note actorName deskName version', instants: ['at'] },
  correction: {
    columns: 'id kind candidateId patch before reason status answer actorName version',
    instants: ['askedAt', 'decidedAt'],
  },
  history: {
    columns: 'id kind subjectId candidateId sessionId fields actorName deskName status version',
    instants: ['actedAt', 'receivedAt'],
  },
}

/** The ids of a noun in a page, still in the scope or not; none where it does not stand there, and then nothing is read. */
const idsOf = (noun: string, gone: boolean): string =>
  `any (coalesce((select ids from present where entity = '${noun}' and gone = ${gone}), '{}'))`

/** The lines of one noun's rows in a page, from `rows`, a query with an `id` that says what desks are told. */
const linesOf = (noun: string, rows: string): string => `
  select '{"kind":"${noun}","row":' || row_to_json(r)::text || '}' as line
  from (${rows}) r where r.id = ${idsOf(noun, false)}`

const candidateColumns = named('id login lastName firstName language email birthDate phone version fieldVersions')

// Fields that this central does not know itself are rare: only then is the row put together piece by piece.
const candidates = `
  select '{"kind":"candidate","row":' ||
    case when extra = '{}' then row_to_json(r)::text else (extra || to_jsonb(r))::text end || '}' as line
  from candidate c
    cross join lateral (select ${candidateColumns
      .split(', ')
      .map((column) => `c.${column}`)
      .concat(['openedAt', 'confirmedAt'].map(instant))
      .join(', ')}) r
  where c.id = ${idsOf('candidate', false)} and c."mergedInto" is null`

const isRedirected = (noun: string): boolean => redirected.some((one) => one === noun)
const hasMerged = (noun: string): string =>
  `exists (select from "${noun}" merged where merged.id = page.id and merged."mergedInto" is not null)`

const centre = `select r.id, r.code, r.name,
  coalesce((select jsonb_agg(to_jsonb(l) - 'centreId' order by l.name)
    from location l where l."centreId" = r.id), '[]') as locations,
  coalesce((select jsonb_agg(to_jsonb(e) - 'rank' order by e.rank, e.code) from exam e), '[]') as exams,
  coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'roles', o.roles) order by o.name)
    from (select o.id, o.name, jsonb_agg(held.role order by held.role) as roles
      from operator o join "operatorRole" held on held."operatorId" = o.id
      where held."centreId" = r.id and o."revokedAt" is null group by o.id) o), '[]') as staff
  from centre r`

// What left the scope is a tombstone and brings nothing of its content.
const tombstones = `
  select json_build_object('kind', 'tombstone', 'entity', entity, 'id', id, 'why', 'outOfScope')::text as line
  from page where gone ${redirected.map((noun) => `and not (entity = '${noun}' and ${hasMerged(noun)})`).join(' ')}`

// What has become another row is told as that, whether or not it is in the scope.
const redirects = redirected.map(
  (noun) => `
  select json_build_object('kind', 'redirect', 'entity', '${noun}', 'id', r.id, 'into', r."mergedInto")::text as line
  from "${noun}" r
  where (r.id = ${idsOf(noun, false)} or r.id = ${idsOf(noun, true)}) and r."mergedInto" is not null`,
)

/**
 * Every line of a page, as a query that answers `line`: over `page`, its rows, and `present`, the ids of each noun in it,
 * so that a noun that does not stand in the page costs nothing.
 */
export const pageLines: RawBuilder<unknown> = sql.raw(
  [
    candidates,
    ...Object.entries(nouns).map(([noun, { columns, instants = [], made }]) =>
      linesOf(
        noun,
        `select ${[named(columns), ...instants.map(instant), ...(made ? [made] : [])].join(', ')} from "${noun}"${isRedirected(noun) ? ' where "mergedInto" is null' : ''}`,
      ),
    ),
    linesOf('centre', centre),
    tombstones,
    ...redirects,
  ].join('\nunion all\n'),
)
