import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openCentral } from '../src-central/central.ts'
import { FolderInUse } from '../src-central/database/holdFolder.ts'
import { openDatabase } from '../src-central/database/open.ts'
import { noteBounce } from '../src-central/mail/bounce.ts'

// What a mail server sends back goes to the address that mails come from; whoever reads it hands each report in here.
const usage = `npm run central:bounce -- [report.eml] [--message-id <…>] [--data folder | --database postgresql://…]

The report as it came (a file, or what is piped in), or the Message-ID of the mail. Beside a running central this needs
its PostgreSQL server: an embedded database belongs to one program at a time.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'message-id': { type: 'string' }, data: { type: 'string' }, database: { type: 'string' } },
})
if (positionals.length > 1 || (values.data === undefined && values.database === undefined)) stop(usage)
const from = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)
const [file] = positionals
const report = values['message-id'] ?? readFileSync(file === undefined ? 0 : from(file), 'utf8')
const said = {
  noted: 'Noted: the mail came back.',
  known: 'Nothing to note: that mail was not sent, or its return is known.',
  other: 'Nothing to note: this tells of a delay, or of no mail of this central.',
} as const
try {
  const { database: server } = values
  const db = await openDatabase(server === undefined ? { folder: from(values.data ?? '') } : { server })
  console.log(said[await noteBounce(await openCentral(db), report)])
  await db.destroy()
} catch (error) {
  if (!(error instanceof FolderInUse)) throw error
  stop(error.message)
}

function stop(why: string): never {
  console.error(why)
  process.exit(1)
}
