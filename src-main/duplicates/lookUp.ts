import { similar } from '../../shared/apiLookup.ts'
import type { CentralLook, TypedPerson } from '../../shared/calls/duplicate.ts'
import type { Grant } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import type { Http } from '../sync/http.ts'

/** Asks central who of all its people may be this one. Nothing of it is kept on the desk. */
export const lookUp = (
  http: Http,
  token: string,
  { id, operator }: Grant,
  person: TypedPerson,
): Promise<Result<CentralLook>> => http.post(similar, { actor: operator.id, grant: id, person }, token)
