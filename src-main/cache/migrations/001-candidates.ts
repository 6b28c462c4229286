/** The first schema: candidates, the outbox, the append-only audit, and the grants of those who signed in here. */
export const candidates = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
  CREATE TABLE candidate (
    id TEXT PRIMARY KEY, login TEXT,
    lastName TEXT NOT NULL, firstName TEXT NOT NULL, language TEXT NOT NULL,
    email TEXT, birthDate TEXT, phone TEXT,
    version INTEGER NOT NULL, fieldVersions TEXT NOT NULL, extra TEXT NOT NULL,
    sortName TEXT NOT NULL, searchText TEXT NOT NULL, base TEXT
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX candidateSort ON candidate (sortName, id);
  CREATE TABLE change (
    id TEXT PRIMARY KEY, deskSeq INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL, entityId TEXT NOT NULL,
    body TEXT NOT NULL, status TEXT NOT NULL, verdict TEXT,
    actedAt TEXT NOT NULL, sentAt TEXT, closedAt TEXT
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX changeStatus ON change (status, deskSeq);
  CREATE INDEX changeEntity ON change (entityId, status);
  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, operatorId TEXT NOT NULL, kind TEXT NOT NULL,
    entityId TEXT NOT NULL, changeId TEXT, fields TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER auditKept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
  CREATE TRIGGER auditNotDeleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
  CREATE TABLE "grant" (username TEXT PRIMARY KEY, jws TEXT NOT NULL) WITHOUT ROWID, STRICT;
`
