import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const settings = {
  // Real databases and argon2 on two cores: slow is not broken.
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // A day and an hour at which Brussels and UTC disagree about both.
  env: { TZ: 'Europe/Brussels' },
}
const onServerOnly = 'test/src-central/postgres*.test.ts'

export default defineConfig({
  test: {
    // By default one processor is left alone: on two that is half of the machine.
    maxWorkers: Math.min(4, availableParallelism()),
    projects: [
      {
        test: {
          ...settings,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [onServerOnly],
          provide: { centralServers: [] },
          globalSetup: ['test/helpers/workers.ts', 'test/helpers/embeddedTemplate.ts'],
        },
      },
      // The same central on the server that it runs on elsewhere, and what only several connections can show.
      {
        test: {
          ...settings,
          name: 'central on PostgreSQL',
          include: ['test/src-central/**/*.test.ts', 'test/sync/**/*.test.ts'],
          provide: { centralTemplate: '' },
          globalSetup: ['test/helpers/workers.ts', 'test/helpers/postgresServer.ts'],
        },
      },
    ],
  },
})
