import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './until.ts'

/** What a printer was given: the very bytes, and how many times it is to print them. */
interface Received {
  readonly bytes: Buffer
  readonly copies: number
  readonly title: string
}

/** A real print server of this test alone, on a socket in a folder of its own, with two printers that keep what they get. */
export interface PrintServer {
  /** For CUPS's commands: which server is meant. */
  readonly settings: Readonly<Record<string, string>>
  /** What a printer has received so far, the first job first. */
  received(printer: string): readonly Received[]
  /** Waits until a printer has received so many jobs. */
  receives(printer: string, count: number): Promise<readonly Received[]>
  queued(): readonly string[]
  stop(printer: string): Promise<void>
  refuse(printer: string): Promise<void>
  remove(printer: string): Promise<void>
  close(): Promise<void>
}

const printers = [
  { name: 'Bureau', info: 'Imprimante du bureau' },
  { name: 'Accueil', info: 'Imprimante de l’accueil' },
] as const

/** As root everything here belongs to the user without rights, as the programs of a desk are run. */
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

export async function startPrintServer(): Promise<PrintServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cups-'))
  const at = (...path: string[]) => join(folder, ...path)
  const socket = at('cups.sock')
  const settings = { CUPS_SERVER: socket }
  for (const name of ['root', 'spool', 'spool/tmp', 'cache', 'state', 'bin', 'data', 'data/mime', 'received'])
    mkdirSync(at(name))
  for (const name of ['backend', 'filter', 'daemon', 'driver', 'cgi-bin', 'monitor', 'notifier'])
    mkdirSync(at('bin', name))
  symlinkSync('/usr/lib/cups/daemon/cups-exec', at('bin/daemon/cups-exec'))
  // One kind of file, and no filter that could turn it into another.
  writeFileSync(at('data/mime/mime.types'), 'application/pdf pdf string(0,%PDF)\n')
  writeFileSync(at('data/mime/mime.convs'), '')
  writeFileSync(at('bin/backend/keep'), keepingBackend(at('received')), { mode: 0o755 })
  writeFileSync(at('root/cupsd.conf'), serverSettings(socket))
  writeFileSync(at('root/cups-files.conf'), fileSettings(folder))

  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const give = (path: string) => {
    if (isRoot) chownSync(path, NOBODY, NOBODY)
  }
  const writePrinters = (names: readonly string[]) => {
    const listed = printers.filter(({ name }) => names.includes(name)).map(({ name, info }) => queue(name, info))
    writeFileSync(at('root/printers.conf'), listed.join(''), { mode: 0o600 })
    give(at('root/printers.conf'))
  }
  writePrinters(printers.map(({ name }) => name))
  chmodSync(folder, 0o755)
  for (const path of ['.', 'root', 'spool', 'spool/tmp', 'cache', 'state', 'bin', 'bin/backend', 'received'])
    give(at(path))
  for (const path of ['bin/backend/keep', 'root/cupsd.conf', 'root/cups-files.conf']) give(at(path))

  let ended = ''
  let server: ReturnType<typeof spawn> | undefined
  const begin = async () => {
    ended = ''
    const args = ['-f', '-c', at('root/cupsd.conf'), '-s', at('root/cups-files.conf')]
    const child = spawn('/usr/sbin/cupsd', args, { ...owner, stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.on('data', (part: Buffer) => {
      ended += part.toString()
    })
    child.on('error', (error) => {
      ended = error.message
    })
    server = child
    await until(() => {
      if (child.exitCode !== null || child.pid === undefined) throw new Error(`no print server: ${ended}`)
      return cups('lpstat', ['-r']).includes('is running')
    })
  }
  const end = async () => {
    const child = server
    if (!child || child.exitCode !== null) return
    const over = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await over
  }
  const cups = (command: string, args: readonly string[]): string =>
    spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...settings, LC_ALL: 'C' }, ...owner })
      .stdout ?? ''

  await begin()
  const received = (printer: string) =>
    readdirSync(at('received'))
      .filter((name) => name.startsWith(`${printer}-`) && name.endsWith('.pdf'))
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((name) => {
        const [copies = '', title = ''] = readFileSync(at('received', name.replace('.pdf', '.txt')), 'utf8').split('\n')
        return { bytes: readFileSync(at('received', name)), copies: Number(copies), title }
      })
  return {
    settings,
    received,
    receives: async (printer, count) => {
      await until(() => received(printer).length >= count)
      return received(printer)
    },
    queued: () => cups('lpstat', ['-o']).split('\n').filter(Boolean),
    stop: async (printer) => {
      cups('/usr/sbin/cupsdisable', [printer])
      await until(() => cups('lpstat', ['-p', printer]).includes('disabled'))
    },
    refuse: async (printer) => {
      cups('/usr/sbin/cupsreject', [printer])
      await until(() => cups('lpstat', ['-a', printer]).includes('not accepting'))
    },
    remove: async (printer) => {
      await end()
      writePrinters(printers.map(({ name }) => name).filter((name) => name !== printer))
      await begin()
    },
    close: async () => {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A printer that keeps what it is given: a backend is called with job, user, title, copies, options and perhaps a file. */
const keepingBackend = (folder: string): string => `#!/bin/sh
if [ $# -eq 0 ]; then echo 'direct keep "Keeps what it gets" "Keep"'; exit 0; fi
to="${folder}/$PRINTER-$1"
printf '%s\\n%s\\n' "$4" "$3" > "$to.txt"
cat "\${6:--}" > "$to.part" && mv "$to.part" "$to.pdf"
`

const queue = (name: string, info: string): string => `<${name === 'Bureau' ? 'DefaultPrinter' : 'Printer'} ${name}>
Info ${info}
DeviceURI keep:/
State Idle
Accepting Yes
Shared No
JobSheets none none
ErrorPolicy abort-job
OpPolicy default
</${name === 'Bureau' ? 'DefaultPrinter' : 'Printer'}>
`

const serverSettings = (socket: string): string => `Listen ${socket}
Browsing Off
WebInterface No
DefaultAuthType None
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`

const fileSettings = (folder: string): string => `ServerRoot ${folder}/root
ServerBin ${folder}/bin
DataDir ${folder}/data
CacheDir ${folder}/cache
StateDir ${folder}/state
RequestRoot ${folder}/spool
TempDir ${folder}/spool/tmp
AccessLog ${folder}/access.log
ErrorLog stderr
PageLog ${folder}/page.log
SyncOnClose No
`
