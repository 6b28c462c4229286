'use strict'
// Called by electron-builder when the application is packed and not yet signed.
const { copyFileSync, existsSync, rmSync } = require('node:fs')
const path = require('node:path')

exports.default = async (context) => {
  exchangeAddon(context)
  await setEveryFuse(context)
}

/** With the substitute Electron only: its default app does not belong in the package, the addon compiled for it does. */
function exchangeAddon({ appOutDir, electronPlatformName }) {
  const defaultApp = path.join(appOutDir, 'resources/app')
  const compiled = path.join(defaultApp, 'better_sqlite3.node')
  if (electronPlatformName !== 'linux' || !existsSync(compiled)) return
  copyFileSync(
    compiled,
    path.join(appOutDir, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'),
  )
  rmSync(defaultApp, { recursive: true })
}

/**
 * Sets the fuses of electron-builder.yml and the one electron-builder cannot name, and accepts no other.
 * The substitute Electron is too old for that last one, so it is left out where the executable does not have it.
 */
async function setEveryFuse(context) {
  const { flipFuses, getCurrentFuseWire, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const executable = executableOf(context)
  const named = Object.entries(context.packager.config.electronFuses).map(([name, on]) => [
    name[0].toUpperCase() + name.slice(1),
    on,
  ])
  const wanted = Object.fromEntries(
    [...named, ['WasmTrapHandlers', true]].map(([name, on]) => [FuseV1Options[name], on]),
  )
  const wire = await getCurrentFuseWire(executable)
  if (!(FuseV1Options.WasmTrapHandlers in wire)) delete wanted[FuseV1Options.WasmTrapHandlers]
  await flipFuses(executable, { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...wanted })
}

function executableOf({ appOutDir, electronPlatformName, packager }) {
  if (electronPlatformName === 'linux') return path.join(appOutDir, packager.executableName)
  return path.join(appOutDir, packager.appInfo.productFilename + (electronPlatformName === 'win32' ? '.exe' : '.app'))
}
