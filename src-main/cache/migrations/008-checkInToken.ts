/** Whose the code of an invitation is; few registrations have taken another one in. */
export const checkInToken = `
  CREATE INDEX registrationToken ON registration (body ->> '$.checkInToken');
  CREATE INDEX registrationFormerTokens ON registration (id) WHERE body ->> '$.formerTokens' IS NOT NULL;
`
