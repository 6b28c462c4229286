'use strict'
// Starts a utility process: the file it was meant for is the first argument, and takes its usual place again.
require('./addon.cjs')
const { pathToFileURL } = require('node:url')

const [file] = process.argv.splice(2, 1)
process.argv[1] = file
import(pathToFileURL(file).href).catch((error) => {
  console.error(error)
  process.exit(1)
})
