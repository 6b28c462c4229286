import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changes, errorReply, pair, pairingCode, push, signIn } from '../../shared/api.ts'
import { changeKinds } from '../../shared/changes/change.ts'
import { base as backOffice, mailbox } from '../../src-central/backOffice/paths.ts'
import { base as myCertassur, verifyPath } from '../../src-central/myCertassur/paths.ts'
import { openApiPath } from '../../src-central/openapi.ts'
import { buildServer, type CentralServer } from '../../src-central/server.ts'
import { emptyCentral } from '../helpers/central.ts'

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> }
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >
  readonly security?: readonly object[]
}
interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

let server: CentralServer
let described: OpenApi
beforeEach(async () => {
  server = await buildServer(await emptyCentral(() => new Date()))
  described = (await server.inject({ url: openApiPath })).json()
})
afterEach(() => server.close())

/**
 * Every route that desks may ask for, as `GET /path`; Fastify prints them as a tree of shared beginnings. The pages of the
 * back office are no part of that contract.
 */
function routes(): string[] {
  const parents: string[] = []
  return server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, methods] = /^(.*)[├└]── (\S+)(?: \((.*)\))?/.exec(line) ?? []
      if (indent === undefined || part === undefined) return []
      const depth = indent.length / 4
      const path = (parents[depth - 1] ?? '') + part
      parents[depth] = path
      if ([backOffice, mailbox, myCertassur, verifyPath].some((pages) => path.startsWith(pages))) return []
      const wanted = (methods ?? '').split(', ').filter((method) => method !== '' && method !== 'HEAD')
      return wanted.map((method) => `${method} ${path}`)
    })
}

describe('the description of the API', () => {
  test('has every route of the server and no other', () => {
    const said = Object.entries(described.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(said.toSorted()).toEqual(routes().toSorted())
    for (const { path } of [pairingCode, pair, signIn, push, changes])
      expect(Object.keys(described.paths)).toContain(path)
  })

  test('says what each takes and answers, and how it refuses', () => {
    for (const [path, operations] of Object.entries(described.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        expect(operation.responses, path).toHaveProperty('200')
        expect(JSON.stringify(operation.responses['4XX']), path).toContain(Object.keys(errorReply.shape)[0])
        if (method === 'post') expect(operation.requestBody, path).toBeDefined()
      }
    }
    expect(described.paths[changes.path]?.['get']?.parameters?.map(({ name }) => name)).toEqual([
      'cursor',
      'limit',
      'skip',
    ])
  })

  test('names every kind of change and every line of the feed, and that only a desk may ask for them', () => {
    const pushed = described.paths[push.path]?.['post']
    const text = JSON.stringify(pushed?.requestBody)
    for (const kind of changeKinds) expect(text).toContain(`"${kind}"`)
    const fed = described.paths[changes.path]?.['get']
    const lines = JSON.stringify(fed?.responses['200']?.content?.['application/x-ndjson'])
    for (const kind of ['candidate', 'attestation', 'tombstone', 'end']) expect(lines).toContain(`"${kind}"`)
    for (const operation of [pushed, fed]) expect(operation?.security).toEqual([{ desk: [] }])
    expect(described.paths[pair.path]?.['post']?.security).toBeUndefined()
  })
})
