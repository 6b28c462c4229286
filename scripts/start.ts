import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { healthReply } from '../shared/api.ts'
import { demoOperators, demoPassword } from '../src-central/demo/world.ts'
import { askPairingCode, type EmbeddedCentral, startEmbeddedCentral } from './embeddedCentral.ts'

// The application as people use it, on a central of its own with invented people: npm start [-- --fresh] [--port N]
const { values } = parseArgs({
  options: { fresh: { type: 'boolean', default: false }, port: { type: 'string', default: '47815' } },
})
const root = resolve(import.meta.dirname, '..')
const folder = join(root, '.cache/demo')
const deskFolder = join(folder, 'desk')
const electron = process.env['DESK_ELECTRON']
if (!electron) throw new Error('start it with: npm start')

const address = `http://127.0.0.1:${values.port}`
const alreadyThere = await isCentral(address)
if (values.fresh && !alreadyThere) rmSync(folder, { recursive: true, force: true })
mkdirSync(deskFolder, { recursive: true })

let central: EmbeddedCentral | undefined
if (!alreadyThere) {
  central = await startEmbeddedCentral(join(folder, 'central'), Number(values.port)).catch(() => {
    console.error(
      `Port ${values.port} is taken by another program. Close it, or run: npm start -- --port 47900 --fresh`,
    )
    process.exit(1)
  })
}

console.log(`\nCertassur Centre on the embedded central (${address}). Password of every demo account: ${demoPassword}`)
for (const { username, role, centre } of demoOperators.filter((operator) => operator.centre === 'NAM')) {
  console.log(`  ${username.padEnd(14)} ${role} (${centre})`)
}
console.log('Start over with an empty desk and a new demo world: npm start -- --fresh\n')

const paired = existsSync(join(deskFolder, 'desk.json'))
const pairing = paired ? [] : [`--central=${address}`, `--pairing-code=${await askPairingCode(address)}`]
const desk = spawn(electron, [root, `--user-data-dir=${deskFolder}`, ...pairing], {
  stdio: ['ignore', 'ignore', 'ignore'],
})
process.once('SIGINT', () => desk.kill())
const [code] = await once(desk, 'exit')
await central?.stop()
process.exitCode = code ?? 0

async function isCentral(where: string): Promise<boolean> {
  const reply = await fetch(`${where}/v1/health`).catch(() => undefined)
  return reply !== undefined && healthReply.safeParse(await reply.json().catch(() => undefined)).success
}
