import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './paths.mjs'

export const launcher = join(cache, 'electron-launcher.sh')
const home = join(cache, 'home')
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`

/**
 * The script that starts Electron, or another executable named by DESK_EXECUTABLE.
 * Chromium refuses its sandbox to root, and the sandbox is never switched off here: root becomes `nobody` first and
 * keeps only the right to read and write the files of the project.
 * @param {{ executable: string, isRoot: boolean, home: string }} facts
 */
export function launcherScript({ executable, isRoot, home }) {
  const start = `"\${DESK_EXECUTABLE:-$electron}" "$@"`
  const head = ['#!/bin/sh', '# Made by scripts/setup/launcher.mjs', `electron=${quoted(executable)}`]
  if (!isRoot) return [...head, `exec ${start}`, ''].join('\n')
  return [
    ...head,
    'unset XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME',
    `export HOME=${quoted(home)}`,
    'exec setpriv --reuid=65534 --regid=65534 --clear-groups \\',
    '  --inh-caps=+dac_override,+dac_read_search --ambient-caps=+dac_override,+dac_read_search \\',
    `  ${start}`,
    '',
  ].join('\n')
}

/** @param {string} executable */
export function writeLauncher(executable) {
  const script = launcherScript({ executable, isRoot: process.getuid?.() === 0, home })
  mkdirSync(home, { recursive: true })
  if (existsSync(launcher) && readFileSync(launcher, 'utf8') === script) return false
  writeFileSync(launcher, script)
  chmodSync(launcher, 0o755)
  return true
}
