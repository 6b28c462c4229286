import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { healthReply } from '../shared/api.ts'
import { demoUser } from '../src-central/backOffice/demo.ts'
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
if (values.fresh && alreadyThere) {
  stop(
    `A central already answers at ${address}. Close the other window first, or give another port: npm start -- --fresh --port 47900`,
  )
}
if (values.fresh) rmSync(folder, { recursive: true, force: true })
mkdirSync(deskFolder, { recursive: true })
const identity = join(deskFolder, 'desk.json')
const pairedWith = existsSync(identity)
  ? (JSON.parse(readFileSync(identity, 'utf8')) as { central: string }).central
  : null
if (pairedWith !== null && pairedWith !== address) {
  stop(`The demo desk is paired with ${pairedWith}. Start it there, or begin again here: add --fresh`)
}

let central: EmbeddedCentral | undefined
if (!alreadyThere) {
  const data = join(folder, 'central')
  if (!existsSync(data)) console.log('\nMaking a demo world of 60,000 invented people; this takes half a minute, once.')
  central = await startEmbeddedCentral(data, Number(values.port), { world: 'full' }).catch(() => {
    console.error(
      `Port ${values.port} is taken by another program. Close it, or run: npm start -- --port 47900 --fresh`,
    )
    process.exit(1)
  })
}

console.log(`\nCertassur Centre on the embedded central (${address}). Password of every demo account: ${demoPassword}`)
for (const { username, roles, centre } of demoOperators.filter((operator) => operator.centre === 'NAM')) {
  console.log(`  ${username.padEnd(14)} ${roles.join(', ')} (${centre})`)
}
console.log(`  ${demoUser.username.padEnd(14)} Certassur, in a browser: ${address}/back-office`)
console.log(`  Mails to candidates are kept, not sent: ${address}/mailbox (same account)`)
console.log(
  `  MyCertassur, for candidates: ${address}/my (codes are mailed: ask for them there, read them in the mailbox)`,
)
console.log('Start over with an empty desk and a new demo world: npm start -- --fresh\n')

const pairing = pairedWith !== null ? [] : [`--central=${address}`, `--pairing-code=${await askPairingCode(address)}`]
const desk = spawn(electron, [root, `--user-data-dir=${deskFolder}`, ...pairing], {
  stdio: ['ignore', 'ignore', 'ignore'],
})
process.once('SIGINT', () => desk.kill())
const [code] = await once(desk, 'exit')
await central?.stop()
process.exitCode = code ?? 0

function stop(why: string): never {
  console.error(why)
  process.exit(1)
}

async function isCentral(where: string): Promise<boolean> {
  const reply = await fetch(`${where}/v1/health`).catch(() => undefined)
  return reply !== undefined && healthReply.safeParse(await reply.json().catch(() => undefined)).success
}
