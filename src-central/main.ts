import { parseArgs } from 'node:util'
import { addDemoUser } from './backOffice/demo.ts'
import { openCentral } from './central.ts'
import { openDatabase } from './database/open.ts'
import { fillDemoWorld } from './demo/world.ts'
import { startJobs } from './jobs/schedule.ts'
import type { Mailer } from './mail/deliver.ts'
import { mailerOf } from './mail/settings.ts'
import { startMail } from './mail/worker.ts'
import { indexOutdated } from './matching/indexing.ts'
import { buildServer } from './server.ts'

// Entry of central's own process:
// node src-central/main.ts --data <folder> | --database <postgresql://…> [--port 47815] [--host 127.0.0.1]
//   [--demo [--world small|full] [--persons N] [--today YYYY-MM-DD]]
//   [--smtp smtps://user:password@host --mail-from address]
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    database: { type: 'string' },
    port: { type: 'string', default: '47815' },
    host: { type: 'string', default: '127.0.0.1' },
    demo: { type: 'boolean', default: false },
    world: { type: 'string', default: 'full' },
    today: { type: 'string' },
    persons: { type: 'string' },
    smtp: { type: 'string' },
    'mail-from': { type: 'string' },
  },
})
const { today } = values
const world = values.world === 'small' ? 'small' : 'full'
const mailer = readMailer()
const db = await openDatabase({ folder: values.data, server: values.database })
const central = await openCentral(db)
if (values.demo) {
  await fillDemoWorld(central, {
    world,
    ...(today === undefined ? {} : { today }),
    ...(values.persons === undefined ? {} : { persons: Number(values.persons) }),
  })
  await addDemoUser(central)
}
await indexOutdated(db)
const server = await buildServer(central, mailer.sender)
const address = await server.listen({ port: Number(values.port), host: values.host })
const stopJobs = startJobs(central)
const stopMail = startMail(central, mailer)
console.log(`central listens on ${address}`)

/** Whoever starts a central with settings that cannot be read is told so in one sentence. */
function readMailer(): Mailer {
  try {
    return mailerOf({ smtp: values.smtp ?? process.env['CENTRAL_SMTP'], from: values['mail-from'] })
  } catch (error) {
    console.error(`central does not start: ${error instanceof Error ? error.message : 'its mail settings are wrong'}`)
    return process.exit(1)
  }
}

const stop = () => {
  void server
    .close()
    .then(stopJobs)
    .then(stopMail)
    .then(() => db.destroy())
    .finally(() => process.exit())
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
// An embedded central never outlives the program that started it.
process.once('disconnect', stop)
