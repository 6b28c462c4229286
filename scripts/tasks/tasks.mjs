import { setUp } from '../setup/setUp.mjs'
import { table } from '../setup/steps.mjs'
import { buildApp } from './build.mjs'
import { packApp } from './pack.mjs'
import {
  clearReports,
  countTests,
  lastLine,
  playwrightReportFile,
  playwrightReporters,
  vitestReporters,
} from './reports.mjs'
import { createRunner, StepFailed } from './runner.mjs'

/** What `node scripts/run.mjs <task>` can do; every task finds the machine set up. */
const TASKS = {
  async setup() {},
  async build(runner) {
    await buildApp(runner)
  },
  async start(runner, args, machine) {
    if (machine.display.length > 0) {
      console.log('There is no display here, so the demonstration runs on a virtual one instead of opening a window.')
      return TASKS.demo(runner, args)
    }
    await buildApp(runner)
    await runner.node('start', ['scripts/start.ts', ...args])
  },
  async demo(runner, args) {
    await buildApp(runner)
    await runner.node('demo', ['scripts/demo.ts', ...args], { needsDisplay: true })
  },
  async 'central:load'(runner, args) {
    await runner.node('central:load', ['scripts/centralLoad.ts', ...args])
  },
  async 'central:bounce'(runner, args) {
    await runner.node('central:bounce', ['scripts/centralBounce.ts', ...args])
  },
  async 'eval:matching'(runner, args) {
    await runner.node('eval:matching', ['scripts/matching/eval.ts', ...args])
  },
  async 'eval:classes'(runner, args) {
    await runner.node('eval:classes', ['scripts/matching/classes.ts', ...args])
  },
  async bench(runner, args) {
    const [what, ...sizes] = args
    if (what === 'duplicates') {
      await runner.node('bench', ['scripts/bench/duplicates.ts', ...sizes])
      return
    }
    if (what === CENTRAL_BENCH) {
      await runner.node('bench', ['scripts/bench/duplicatesCentral.ts', ...sizes])
      return
    }
    if (what !== 'desk')
      throw new StepFailed(
        `bench: name what is measured, \`npm run bench -- desk\`, \`duplicates\` or \`${CENTRAL_BENCH}\``,
        1,
      )
    await buildApp(runner)
    const persons = sizes.length > 0 ? sizes : ['20000', '100000']
    const rows = [
      ...persons.map((size) => [`first sync of ${size}`, ['scripts/bench/firstSync.ts', '--persons', size]]),
      ['search', ['scripts/bench/search.ts', ...persons]],
      ...persons.map((size) => [`application with ${size}`, ['scripts/bench/electron.ts', '--persons', size]]),
    ]
    // A limit that is missed is said at the end: the other rows are measured all the same.
    const missed = []
    for (const [name, command] of rows) {
      const run = () => runner.node('bench', command, { needsDisplay: true })
      await runner.step(name, run).catch((error) => missed.push(error))
    }
    if (missed.length > 0) throw missed[0]
  },
  async format(runner) {
    await runner.tool('format', ['@biomejs/biome', 'biome'], ['format', '--write', '.'])
  },
  async unit(runner, args) {
    clearReports(['unit'])
    await runner.tool('unit', ['vitest', 'vitest'], ['run', ...vitestReporters, ...args])
  },
  async check(runner, args) {
    await runner.tool('format', ['@biomejs/biome', 'biome'], ['format', '.'])
    await runner.tool('lint', ['oxlint', 'oxlint'], ['--type-aware'])
    await runner.tool('types', ['typescript', 'tsc'], ['--noEmit', '-p', '.'])
    await runner.tool('unused code', ['knip', 'knip'], [])
    await TASKS.unit(runner, args)
  },
  async e2e(runner, args) {
    await buildApp(runner)
    await runEndToEndTests(runner, args)
  },
  async dist(runner, args, machine) {
    await buildApp(runner)
    await packAndProve(runner, args, machine)
  },
  async test(runner, _args, machine) {
    await TASKS.check(runner, [])
    await buildApp(runner)
    await runEndToEndTests(runner, ['--grep-invert', secondLanguage], { DESK_PICTURES: 'no' })
    await packAndProve(runner, [], machine)
  },
}

/**
 * What `npm run e2e` drives in Dutch as well as in French, and a whole run in French alone, to end within twenty minutes.
 * Two are driven in both all the same: the first record of all, and a list, which is another kind of file in Dutch.
 */
const secondLanguage = String.raw`^(?!.*(keystroke|employer's list)).*(in nl|\(nl\))$`

/** @param env DESK_PICTURES=no: the screens are judged as ever, but nobody is there to look at pictures of them */
async function runEndToEndTests(runner, args, env = {}) {
  clearReports(['e2e'])
  await runner.tool('e2e', ['@playwright/test', 'playwright'], ['test', ...playwrightReporters, ...args], {
    needsDisplay: true,
    env: { ...env, ...playwrightReportFile('e2e') },
  })
}

async function packAndProve(runner, targets, machine) {
  clearReports(['dist'])
  const { shipped, endToEnd } = await packApp(runner, machine, targets)
  await runner.step('dist check', () =>
    runner.node('dist check', ['scripts/dist.ts', shipped, endToEnd], { needsDisplay: true }),
  )
  const config = ['-c', 'test/dist/playwright.config.ts']
  await runner.tool('dist e2e', ['@playwright/test', 'playwright'], ['test', ...config, ...playwrightReporters], {
    needsDisplay: true,
    env: { ...playwrightReportFile('dist'), ...packagedApp(endToEnd) },
  })
}

/** Tests launch DESK_ELECTRON: the launcher obeys DESK_EXECUTABLE, elsewhere the packed application takes its place. */
function packagedApp(executable) {
  const program = executable.endsWith('.app') ? `${executable}/Contents/MacOS/Certassur Centre` : executable
  const launched = process.platform === 'linux' ? { DESK_EXECUTABLE: program } : { DESK_ELECTRON: program }
  return { DESK_PACKAGED: program, ...launched }
}

/** The only tasks that look at the windows on the display. */
const LOOKS_AT_WINDOWS = new Set(['dist', 'test'])
/** The tasks whose tests run central on PostgreSQL's own server. */
const RUNS_SERVER = new Set(['unit', 'check', 'test'])
/** The bench that does as well. */
const CENTRAL_BENCH = 'duplicates-central'
/** The tasks whose tests print, on a print server of their own. */
const PRINTS = new Set(['unit', 'check', 'e2e', 'test', 'demo', 'start'])

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runTask(name, args) {
  if (!Object.hasOwn(TASKS, name ?? '')) {
    console.error(`usage: node scripts/run.mjs <${Object.keys(TASKS).join(' | ')}>`)
    return 1
  }
  if (name === 'test') return runTests(args)
  const machine = await setUp({
    looksAtWindows: LOOKS_AT_WINDOWS.has(name),
    runsServer: RUNS_SERVER.has(name) || (name === 'bench' && args[0] === CENTRAL_BENCH),
    prints: PRINTS.has(name),
  })
  return report(() => TASKS[name](createRunner(machine), args, machine))
}

async function report(work) {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    console.error(`\n${error.message}`)
    return error.code
  }
}

/** Everything, with the time of each step and the sum of all tests at the end, also when a step failed. */
async function runTests(args) {
  clearReports()
  let code = 1
  let steps = []
  try {
    const machine = await setUp({ looksAtWindows: true, runsServer: true, prints: true })
    const runner = createRunner(machine)
    steps = runner.steps
    code = await report(() => TASKS.test(runner, args, machine))
  } catch (error) {
    console.error(error.expected ? error.message : error)
  }
  if (steps.length > 0)
    console.log(
      `\n${table(
        ['step', 'seconds'],
        steps.map((step) => [step.name, step.seconds.toFixed(1)]),
      )}`,
    )
  console.log(`\n${lastLine(countTests(), code !== 0)}`)
  return code
}
