import swagger from '@fastify/swagger'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { apiSchema, changes, errorReply, push, pushLimit } from '../shared/api.ts'
import { similar } from '../shared/apiLookup.ts'
import { changeSchema } from '../shared/changes/change.ts'
import type { App } from './app.ts'

export const openApiPath = '/v1/openapi.json'

/**
 * What the contract says of a route beyond what central itself checks there: central takes any object with an id as a
 * change, so that it can refuse one by its fields, and writes the lines of the feed as text.
 */
const more: Readonly<Record<string, object>> = {
  [push.path]: {
    body: push.body.extend({ changes: z.array(changeSchema).max(pushLimit.changes) }),
  },
  [changes.path]: {
    response: {
      200: { description: 'One JSON object a line', content: { 'application/x-ndjson': { schema: changes.line } } },
    },
  },
}

// A rule that only a program can check (a date that exists, a text without invisible characters) has no JSON schema.
const toJson = createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } })

/** Serves the whole contract as OpenAPI, made from the zod schemas of `shared/api.ts`. Register it before the routes. */
export async function describeApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Certassur central',
        version: String(apiSchema),
        description: 'What a desk asks of central. The steps of the exchange are in docs/protocol.md.',
      },
      components: { securitySchemes: { desk: { type: 'http', scheme: 'bearer' } } },
    },
    transform: (route) => {
      const { response, ...schema } = { response: {}, ...route.schema, ...more[route.url] }
      const ofDesks = route.url.startsWith('/v1/sync/') || route.url === similar.path
      const security = ofDesks ? { security: [{ desk: [] }] } : {}
      const answers = Object.assign({ '4XX': errorReply }, response)
      return toJson({ ...route, schema: { ...schema, ...security, response: answers } })
    },
  })
  app.get(openApiPath, { schema: { response: { 200: z.looseObject({ openapi: z.string() }) } } }, async () => ({
    ...app.swagger(),
    openapi: '3.1.0',
  }))
}
