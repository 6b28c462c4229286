import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname

// The oldest runtime the built application meets: Electron 33, which stands in where the official one is out of reach.
const node = 'node20.18'
const chrome = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: node,
      // Half as much to read at each start.
      minify: true,
      // "dependencies" in package.json are the native packages: they cannot be bundled and are shipped as they are.
      // Everything else is a devDependency and ends up in the bundle.
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: resolve(here, 'src-main/main.ts'),
          firstLoad: resolve(here, 'src-main/sync/firstLoad/worker.ts'),
          drawing: resolve(here, 'src-main/documents/drawing/worker.ts'),
          reading: resolve(here, 'src-main/employerList/reading/worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: node,
      // A sandboxed preload can require nothing but electron and cannot be an ES module.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src-renderer'),
    // The app:// handler replaces this text with a fresh nonce at each load.
    html: { cspNonce: '__NONCE__' },
    build: {
      target: chrome,
      minify: true,
      // Inlined files are data: addresses, which the policy refuses for scripts, fonts and workers.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: resolve(here, 'src-renderer/index.html'),
        // What every other file of the window needs to find settled: the policy for scripts, and zod without its compiler.
        output: {
          codeSplitting: {
            groups: [
              { name: 'first', test: /src-renderer\/(?:trusted|jitless)\.ts$|node_modules\/zod\//, priority: 1 },
            ],
          },
        },
      },
    },
    plugins: [react()],
  },
})
