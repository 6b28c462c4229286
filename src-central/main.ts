import { parseArgs } from 'node:util'
import { openCentral } from './central.ts'
import { openDatabase } from './database/open.ts'
import { fillDemoWorld } from './demo/world.ts'
import { buildServer } from './server.ts'

// Entry of central's own process: node src-central/main.ts --data <folder> [--port 47815] [--host 127.0.0.1] [--demo]
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '47815' },
    host: { type: 'string', default: '127.0.0.1' },
    demo: { type: 'boolean', default: false },
  },
})
const db = await openDatabase(values.data)
const central = await openCentral(db)
if (values.demo) await fillDemoWorld(central)
const server = await buildServer(central)
const address = await server.listen({ port: Number(values.port), host: values.host })
console.log(`central listens on ${address}`)

const stop = () => {
  void server
    .close()
    .then(() => db.destroy())
    .finally(() => process.exit())
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
// An embedded central never outlives the program that started it.
process.once('disconnect', stop)
