'use strict'
// The prebuilt SQLite addon asks for a newer Node-API than this Electron has and crashes it. The one compiled for it is
// handed out instead, here and in every worker and utility process: without it they die without a word.
const { syncBuiltinESMExports } = require('node:module')
const path = require('node:path')
const threads = require('node:worker_threads')

const compiled = path.join(__dirname, 'better_sqlite3.node')
const prebuilt = /better-sqlite3[^/]*\/prebuilds\/linux-x64\.node$/
const dlopen = process.dlopen.bind(process)
process.dlopen = (module, file, ...rest) => dlopen(module, prebuilt.test(file) ? compiled : file, ...rest)

threads.Worker = class Worker extends threads.Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: [...(options.execArgv ?? []), '--require', __filename] })
  }
}
syncBuiltinESMExports()

if (process.type === 'browser') {
  const { utilityProcess } = require('electron')
  const fork = utilityProcess.fork.bind(utilityProcess)
  // A utility process ignores --require, so it starts with a file that loads this one first.
  utilityProcess.fork = (file, args = [], options) =>
    fork(path.join(__dirname, 'utility.cjs'), [file, ...args], options)
}
