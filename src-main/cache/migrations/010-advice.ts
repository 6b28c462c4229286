/** Before which sessions the candidates were reminded. */
export const advice = `
  CREATE TABLE advice (id TEXT PRIMARY KEY, sessionId TEXT, at TEXT, body TEXT NOT NULL, base TEXT) WITHOUT ROWID;
  CREATE INDEX adviceSession ON advice (sessionId, at);
`
