import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from '../setup/paths.mjs'

const folder = join(cache, 'reports')
const files = { unit: join(folder, 'unit.json'), e2e: join(folder, 'e2e.json'), dist: join(folder, 'dist.json') }

/** Reports of an earlier run must not count for this one. */
export function clearReports(kinds = Object.keys(files)) {
  mkdirSync(folder, { recursive: true })
  for (const kind of kinds) rmSync(files[kind], { force: true })
}

export const vitestReporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${files.unit}`]
export const playwrightReporters = ['--reporter=list,json']
export const playwrightReportFile = (kind) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: files[kind] })

/** @returns {{ passed: number, failed: number, skipped: number }} */
export function countTests() {
  const counts = [
    read(files.unit, (report) => [
      report.numPassedTests,
      report.numFailedTests,
      report.numPendingTests + report.numTodoTests,
    ]),
    ...[files.e2e, files.dist].map((file) =>
      read(file, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected, stats.skipped]),
    ),
  ]
  const sum = (column) => counts.reduce((total, count) => total + count[column], 0)
  return { passed: sum(0), failed: sum(1), skipped: sum(2) }
}

function read(file, counts) {
  return existsSync(file) ? counts(JSON.parse(readFileSync(file, 'utf8'))) : [0, 0, 0]
}

/**
 * The last line of `npm test`.
 * A step that failed without a failed test (format, types, a build) counts as one failure: "0 failed" must stay true.
 */
export function lastLine({ passed, failed, skipped }, aStepFailed) {
  const failures = failed === 0 && aStepFailed ? 1 : failed
  return `${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
