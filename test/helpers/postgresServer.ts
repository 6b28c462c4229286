import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'

const debian = '/usr/lib/postgresql'
const nobody = 65_534

/** Where the server's programs are: Debian's newest, or those on the path. */
function programs(): string {
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const found = versions.map((version) => join(debian, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
  return found ? `${found}/` : ''
}

/**
 * PostgreSQL servers for one run of the tests, one for each test file that runs at a time: the feed holds back what a
 * transaction anywhere on its server may still overtake, and one file is not to wait for another.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await Promise.all(Array.from({ length: project.vitest.config.maxWorkers }, startServer))
  project.provide(
    'centralServers',
    servers.map(({ address }) => address),
  )
  return async () => {
    await Promise.all(servers.map(({ stop }) => stop()))
  }
}

interface Server {
  readonly address: string
  stop(): Promise<void>
}

/** In a temporary folder, on a socket in it, without TCP, and never as root, which the server refuses. */
export async function startServer(): Promise<Server> {
  const bin = programs()
  const folder = mkdtempSync(join(tmpdir(), 'central-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const isRoot = process.getuid?.() === 0
  if (isRoot) for (const path of [folder, data]) chownSync(path, nobody, nobody)
  const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, ...(isRoot && { uid: nobody, gid: nobody }) }
  const initdb = ['-D', data, '-U', 'central', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions']
  const made = spawnSync(`${bin}initdb`, initdb, { ...options, encoding: 'utf8' })
  if (made.status !== 0) {
    rmSync(folder, { recursive: true })
    const why = made.error?.message ?? made.stderr
    throw new Error(`these tests need a PostgreSQL server (Debian: apt-get install postgresql): ${why}`)
  }
  const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  const server = spawn(
    `${bin}postgres`,
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', ...fast.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await ready(server)
  return {
    address: `postgresql://central@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      const ended = once(server, 'exit')
      // At once, without waiting for connections: everything in it is thrown away.
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ready(server: ChildProcess): Promise<void> {
  const heard: string[] = []
  if (server.stderr) {
    for await (const line of createInterface(server.stderr)) {
      heard.push(line)
      if (line.includes('database system is ready to accept connections')) {
        server.stderr.resume()
        return
      }
    }
  }
  throw new Error(`PostgreSQL did not start:\n${heard.join('\n')}`)
}
