import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL servers of this run, as connection strings; none where the embedded one is used. */
    centralServers: readonly string[]
  }
}

/** A database of its own for one test file; undefined where the run is on the embedded PostgreSQL. */
export async function newServerDatabase(): Promise<string | undefined> {
  const servers = inject('centralServers')
  // Of the test files that run at a time each has a number of its own.
  const server = servers[Number(process.env['VITEST_POOL_ID']) % servers.length]
  if (server === undefined) return undefined
  const name = `central_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
