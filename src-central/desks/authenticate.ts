import type { FastifyRequest } from 'fastify'
import type { Central } from '../central.ts'
import { Problem } from '../problem.ts'
import { sha256 } from './pairing.ts'

/** The desk behind a request: its bearer token, of which central knows only the hash. 401 unknown, 403 revoked. */
export async function deskOf(central: Central, request: FastifyRequest) {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  const desk = token
    ? await central.db.selectFrom('desk').selectAll().where('tokenHash', '=', sha256(token)).executeTakeFirst()
    : undefined
  if (!desk) throw new Problem(401, 'desk.refused', 'unknown desk')
  if (desk.revokedAt) throw new Problem(403, 'desk.refused', 'this desk was revoked')
  return desk
}
export type Desk = Awaited<ReturnType<typeof deskOf>>
