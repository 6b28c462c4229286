/**
 * Lists of employers: the one that an operator is at work on, as it was read and what he decided, and the last one of
 * each employer that was imported. `source`, `work` and `lines` are JSON of `employerList/kept.ts`.
 */
export const employerLists = `
  CREATE TABLE employerDraft (
    operatorId TEXT PRIMARY KEY, at TEXT NOT NULL, source TEXT NOT NULL, work TEXT NOT NULL
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE employerList (
    id TEXT PRIMARY KEY, employer TEXT NOT NULL, importedAt TEXT NOT NULL, lines TEXT NOT NULL
  ) WITHOUT ROWID, STRICT;
`
