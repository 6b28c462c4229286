import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { apiSchema, healthReply } from '../shared/api.ts'
import { backOfficeRoutes } from './backOffice/routes.ts'
import type { Central } from './central.ts'
import { deskRoutes } from './desks/routes.ts'
import { lookupRoutes } from './lookups/routes.ts'
import { codesRoutes } from './mail/routes.ts'
import { mailerOf } from './mail/settings.ts'
import type { Sender } from './mail/write.ts'
import { myCertassurRoutes } from './myCertassur/routes.ts'
import { verifyRoutes } from './myCertassur/verifyRoutes.ts'
import { describeApi } from './openapi.ts'
import { operatorRoutes } from './operators/routes.ts'
import { Problem } from './problem.ts'
import { syncRoutes } from './sync/routes.ts'

export type CentralServer = FastifyInstance

/**
 * Central's HTTP server, not yet listening. Its log names routes and statuses, never a candidate.
 * @param sender whom mails come from: a calendar file of a page takes the place of the one in a mail
 */
export async function buildServer(central: Central, sender: Sender = mailerOf({}).sender): Promise<CentralServer> {
  const app = Fastify({
    logger: { level: 'warn', stream: process.stderr },
    routerOptions: { maxParamLength: 100 },
  })
    .setValidatorCompiler(validatorCompiler)
    .setSerializerCompiler(serializerCompiler)
    .withTypeProvider<ZodTypeProvider>()

  await app.register(helmet)
  await app.register(rateLimit, { global: false })
  await describeApi(app)
  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof Problem ? error.status : ((error as { statusCode?: number }).statusCode ?? 500)
    const code = error instanceof Problem ? error.code : status < 500 ? 'call.invalid' : 'call.failed'
    // The error's own text may quote what was sent: only our own refusals are passed on, and only the kind is logged.
    if (status >= 500) request.log.error({ name: (error as Error).name, route: request.routeOptions.url }, 'failed')
    return reply.status(status).send({ error: { code, message: error instanceof Problem ? error.message : code } })
  })

  app.get('/v1/health', { schema: { response: { 200: healthReply } } }, async () => ({
    service: 'certassur-central' as const,
    schema: apiSchema,
  }))
  deskRoutes(app, central)
  operatorRoutes(app, central)
  syncRoutes(app, central)
  lookupRoutes(app, central)
  codesRoutes(app, central)
  backOfficeRoutes(app, central)
  myCertassurRoutes(app, central, sender)
  verifyRoutes(app, central)
  return app
}
