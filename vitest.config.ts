import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real databases and argon2 on two cores: slow is not broken.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A day and an hour at which Brussels and UTC disagree about both.
    env: { TZ: 'Europe/Brussels' },
  },
})
