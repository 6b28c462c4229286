import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SUBSTITUTE } from '../setup/electron.mjs'
import { cache, officialElectron, packageVersion, root } from '../setup/paths.mjs'
import { hashOf, isStamped, stamp, unstamp } from '../setup/steps.mjs'
import { hashOfFiles } from './build.mjs'
import { binaryOf } from './runner.mjs'

const INGREDIENTS = [
  'out',
  'resources',
  'package.json',
  'package-lock.json',
  'electron-builder.yml',
  'scripts/afterPack.cjs',
]
const shippedFolder = join(root, 'dist')
// Not beside the shipped build: nobody should ever hand this one out.
const endToEndFolder = join(cache, 'end-to-end')

/**
 * Packs the application twice: what is shipped, and the same with the inspector's fuse on, which Playwright needs.
 * @param {{ isSubstitute: boolean }} machine
 * @param {string[]} targets electron-builder targets instead of the usual ones; for Linux those are a plain folder,
 *   because the tools for AppImage and deb come from a server that is not reached everywhere
 * @returns {Promise<{ shipped: string, endToEnd: string }>} the two executables (on macOS, the two .app bundles)
 */
export async function packApp(runner, machine, targets) {
  const value = hashOf(
    hashOfFiles(INGREDIENTS),
    JSON.stringify([targets, machine.isSubstitute ? SUBSTITUTE : packageVersion('electron')]),
  )
  await runner.step('pack', async () => {
    if (isStamped('pack', value) && executableIn(shippedFolder) && executableIn(endToEndFolder)) return false
    unstamp('pack')
    for (const folder of [shippedFolder, endToEndFolder]) rmSync(folder, { recursive: true, force: true })
    const builder = [
      binaryOf('electron-builder', 'electron-builder'),
      '--publish',
      'never',
      ...electronArguments(machine),
    ]
    await runner.node('pack', [...builder, ...platformArguments(targets)])
    await runner.node('pack', [
      ...builder,
      '--dir',
      '-c.electronFuses.enableNodeCliInspectArguments=true',
      `-c.directories.output=${endToEndFolder}`,
    ])
    stamp('pack', value)
    return true
  })
  return { shipped: mustExecutableIn(shippedFolder), endToEnd: mustExecutableIn(endToEndFolder) }
}

function platformArguments(targets) {
  if (process.platform === 'linux') return ['--linux', ...(targets.length > 0 ? targets : ['dir'])]
  return [process.platform === 'darwin' ? '--mac' : '--win', ...targets]
}

/** On Linux the Electron that is already here is packed, instead of one more download. */
function electronArguments(machine) {
  if (process.platform !== 'linux') return []
  if (machine.isSubstitute) return [`-c.electronDist=${SUBSTITUTE.folder}`, `-c.electronVersion=${SUBSTITUTE.version}`]
  return [`-c.electronDist=${dirname(officialElectron())}`]
}

function executableIn(output) {
  if (!existsSync(output)) return undefined
  const unpacked = readdirSync(output).find((name) => name.endsWith('-unpacked') || name.startsWith('mac'))
  if (!unpacked) return undefined
  const name = { linux: 'certassur-centre', win32: 'certassur-centre.exe', darwin: 'Certassur Centre.app' }[
    process.platform
  ]
  const executable = join(output, unpacked, name)
  return existsSync(executable) ? executable : undefined
}

function mustExecutableIn(output) {
  const executable = executableIn(output)
  if (!executable) throw new Error(`electron-builder left no executable in ${output}`)
  return executable
}
