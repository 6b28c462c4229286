/** What candidates have seen and asked for in MyCertassur; looked for by what waits, and by the person. */
export const correction = `
  ALTER TABLE candidate ADD COLUMN openedAt TEXT;
  ALTER TABLE candidate ADD COLUMN confirmedAt TEXT;
  CREATE TABLE correction (
    id TEXT PRIMARY KEY, candidateId TEXT, status TEXT, askedAt TEXT, body TEXT NOT NULL, base TEXT
  ) WITHOUT ROWID;
  CREATE INDEX correctionStatus ON correction (status, askedAt);
  CREATE INDEX correctionCandidate ON correction (candidateId);
`
