import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { pairingCode } from '../shared/api.ts'
import { demoPassword } from '../src-central/demo/world.ts'

/** A central of its own on this machine: a child process with the demo world, ended with its parent. */
export interface EmbeddedCentral {
  readonly address: string
  /** As if its machine lost power: no goodbye to anybody. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts central on a folder and waits until it listens.
 * @param port 0 for any free one
 * @param options the size of the demo world, when the folder is new
 */
export async function startEmbeddedCentral(
  folder: string,
  port: number,
  { world = 'small', persons }: { readonly world?: 'small' | 'full'; readonly persons?: number } = {},
): Promise<EmbeddedCentral> {
  const entry = new URL('../src-central/main.ts', import.meta.url).pathname
  const people = persons === undefined ? [] : ['--persons', String(persons)]
  const child = spawn(
    process.execPath,
    [entry, '--demo', '--world', world, '--data', folder, '--port', String(port), ...people],
    // The channel is only there to break: central stops by itself when its parent is gone.
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  )
  const ended = once(child, 'exit')
  const address = await Promise.race([
    firstAddress(child.stdout),
    ended.then(([code]) => Promise.reject(new Error(`central did not start (exit ${code})`))),
  ])
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await ended
  }
  return { address, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

async function firstAddress(output: NodeJS.ReadableStream | null): Promise<string> {
  if (!output) throw new Error('central has no output')
  for await (const line of createInterface(output)) {
    const address = /^central listens on (\S+)$/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('central ended without listening')
}

/** The one-time code that the demo centre's manager would give by telephone. */
export async function askPairingCode(address: string): Promise<string> {
  const reply = await fetch(address + pairingCode.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'sofie.claes', password: demoPassword }),
    signal: AbortSignal.timeout(20_000),
  })
  return pairingCode.reply.parse(await reply.json()).code
}
