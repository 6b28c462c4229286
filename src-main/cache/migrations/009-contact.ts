/** The contact log, looked for by the person. */
export const contact = `
  CREATE TABLE contact (id TEXT PRIMARY KEY, candidateId TEXT, at TEXT, body TEXT NOT NULL, base TEXT) WITHOUT ROWID;
  CREATE INDEX contactCandidate ON contact (candidateId, at);
`
