/** What candidates were written, and what became of it; looked for by the person alone. */
export const mail = `
  CREATE TABLE mail (id TEXT PRIMARY KEY, candidateId TEXT, createdAt TEXT, body TEXT NOT NULL, base TEXT) WITHOUT ROWID;
  CREATE INDEX mailCandidate ON mail (candidateId, createdAt);
`
