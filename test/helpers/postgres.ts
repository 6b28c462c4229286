import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of this run, as a connection string; empty where the embedded one is used. */
    centralServer: string
  }
}

/** A database of its own for one test file; undefined where the run is on the embedded PostgreSQL. */
export async function newServerDatabase(): Promise<string | undefined> {
  const server = inject('centralServer')
  if (!server) return undefined
  const name = `central_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
