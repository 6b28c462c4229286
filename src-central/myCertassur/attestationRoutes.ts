import type { FastifyInstance } from 'fastify'
import type { Central } from '../central.ts'
import { originals, readSigned } from '../documents/original.ts'
import { Problem } from '../problem.ts'
import { idOf, send } from '../web/form.ts'
import { readAttestations, releasedOf } from './attestations.ts'
import { attestationsPage } from './pages/attestations.ts'
import { readOwn } from './record.ts'
import { forCandidate } from './visit.ts'

const hidden = { schema: { hide: true } }
// Each one is drawn when it is asked for.
const guarded = { rateLimit: { max: 30, timeWindow: 60_000 } }

/** The success attestations of a candidate: what is awaited, and what he can print (rule 6). */
export function attestationRoutes(app: FastifyInstance, central: Central): void {
  const draw = originals()

  app.get(
    '/attestations',
    hidden,
    forCandidate(central, async ({ reply, visit, known: { id, language } }) => {
      const { centre } = await readOwn(central, id)
      const attestations = await readAttestations(central.db, { candidateId: id, language, now: central.now() })
      return send(reply, attestationsPage(visit, attestations, centre))
    }),
  )

  app.get(
    '/attestations/:id/pdf',
    { ...hidden, config: guarded },
    forCandidate(central, async ({ request, reply, known }) => {
      const row = await releasedOf(central.db, known.id, idOf(request))
      const data = row?.jws && (await readSigned(central, row.jws))
      if (!row?.jws || !data || data.number !== row.number)
        throw new Problem(404, 'page.unknown', 'no such attestation')
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${data.number}.pdf"`)
        .send(Buffer.from(await draw(data, row.jws)))
    }),
  )
}
