// Proves the packed application: node scripts/dist.ts <shipped executable> <end-to-end executable>
// Each fuse is what docs and configuration promise, the end-to-end build differs by one fuse only, and what is shipped
// starts. Playwright cannot drive the shipped build (that fuse is off), so its first start is watched from outside.
import { checkFirstStart } from './packaging/firstStart.ts'
import { checkFuses } from './packaging/fuses.ts'

const [shipped, endToEnd] = process.argv.slice(2)
if (!shipped || !endToEnd) throw new Error('usage: node scripts/dist.ts <shipped executable> <end-to-end executable>')
await checkFuses(shipped, endToEnd)
await checkFirstStart(shipped)
