/**
 * The batch that this desk prints, and its sheets. `changeId` is the act by which a sheet is noted in the journal, whenever
 * that is; `printer` and `sentAt` are written before the sheet leaves. `error` is JSON.
 */
export const printBatch = `
  CREATE TABLE printBatch (id TEXT PRIMARY KEY, startedAt TEXT NOT NULL, startedBy TEXT NOT NULL) WITHOUT ROWID, STRICT;
  CREATE TABLE printSheet (
    position INTEGER PRIMARY KEY, documentId TEXT NOT NULL, number TEXT NOT NULL, copy INTEGER NOT NULL,
    changeId TEXT NOT NULL, status TEXT NOT NULL, printer TEXT, sentAt TEXT, error TEXT
  ) STRICT;
  CREATE INDEX printSheetDocument ON printSheet (documentId, status);
  CREATE INDEX attestationReleased ON attestation (body ->> '$.releasedAt', status);
`
