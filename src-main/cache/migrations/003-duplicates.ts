// `redirect`: what became of a row that turned out to be another one. Never followed for more than one step: whatever
// pointed to a row that ends is made to point to the one it becomes.
export const duplicates = `
  CREATE TABLE hold (id TEXT PRIMARY KEY, decision TEXT, body TEXT NOT NULL, base TEXT) WITHOUT ROWID;
  CREATE TABLE distinction (id TEXT PRIMARY KEY, a TEXT, b TEXT, stands TEXT, body TEXT NOT NULL, base TEXT) WITHOUT ROWID;
  CREATE TABLE mergeRequest (id TEXT PRIMARY KEY, a TEXT, b TEXT, status TEXT, body TEXT NOT NULL, base TEXT) WITHOUT ROWID;
  CREATE TABLE redirect (entity TEXT NOT NULL, id TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (entity, id))
    WITHOUT ROWID, STRICT;
  CREATE INDEX redirectTarget ON redirect (entity, target);
  CREATE INDEX holdOpen ON hold (id) WHERE decision IS NULL;
  CREATE INDEX distinctionA ON distinction (a);
  CREATE INDEX distinctionB ON distinction (b);
  CREATE INDEX mergeRequestA ON mergeRequest (a);
  CREATE INDEX mergeRequestB ON mergeRequest (b);
`
