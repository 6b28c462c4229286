/** The parts of a long list that are imported already, in their order; `report` and `lines` are JSON of `employerList/kept.ts`. */
export const employerParts = `
  CREATE TABLE employerPart (
    operatorId TEXT NOT NULL, part INTEGER NOT NULL, report TEXT NOT NULL, lines TEXT NOT NULL, PRIMARY KEY (operatorId, part)
  ) WITHOUT ROWID, STRICT;
`
