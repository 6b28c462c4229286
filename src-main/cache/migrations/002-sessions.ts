// A record that only travels is kept as central sent it, whole: what this program does not know stays in it. What is
// searched for stands beside it in columns of its own, which `records.ts` fills, before the long ones: SQLite reads an
// index alone only where it holds true columns. `base` is explained there too.
const record = (name: string, columns: readonly string[]): string => `
  CREATE TABLE "${name}" (
    id TEXT PRIMARY KEY, ${columns.map((column) => `"${column}" TEXT`).join(', ')}, body TEXT NOT NULL, base TEXT
  ) WITHOUT ROWID;`

/** Sessions, registrations, marks, results, documents, history, the centre; drafts, preferences and counters. */
export const sessions = `
  ${record('session', ['date', 'startTime', 'endTime', 'locationId', 'status', 'closedAt'])}
  ${record('registration', ['sessionId', 'candidateId', 'status', 'seat'])}
  ${record('checkIn', ['registrationId', 'sessionId', 'mark', 'stands', 'undoneAt', 'at'])}
  ${record('result', ['candidateId', 'registrationId', 'sessionId'])}
  ${record('attestation', ['candidateId', 'sessionId', 'status', 'expectedFrom', 'lateAfter', 'number'])}
  ${record('attendance', ['candidateId', 'registrationId', 'sessionId', 'number'])}
  ${record('print', ['documentId', 'candidateId', 'at'])}
  ${record('history', ['candidateId', 'sessionId', 'subjectId', 'actedAt'])}
  CREATE TABLE centre (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE leaving (entity TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (entity, id)) WITHOUT ROWID, STRICT;
  CREATE TABLE draft (
    operatorId TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (operatorId, key)
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE preference (
    operatorId TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (operatorId, key)
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID, STRICT;
  CREATE INDEX sessionDay ON session (date, startTime, id);
  CREATE INDEX sessionDate ON session (id, date);
  CREATE INDEX registrationSession ON registration (sessionId, status, seat, base);
  CREATE INDEX registrationCandidate ON registration (candidateId, status);
  CREATE INDEX checkInRegistration ON checkIn (registrationId, sessionId, stands, undoneAt, mark);
  CREATE INDEX checkInSession ON checkIn (sessionId);
  CREATE INDEX resultCandidate ON result (candidateId);
  CREATE INDEX attestationCandidate ON attestation (candidateId);
  CREATE INDEX attestationState ON attestation (id, status, lateAfter, sessionId, candidateId);
  CREATE INDEX attendanceCandidate ON attendance (candidateId);
  CREATE INDEX printDocument ON print (documentId);
  CREATE INDEX printCandidate ON print (candidateId);
  CREATE INDEX historyCandidate ON history (candidateId, actedAt);
  CREATE INDEX historySession ON history (sessionId, actedAt);
  CREATE INDEX candidateEmail ON candidate (lower(email)) WHERE email IS NOT NULL;
`
