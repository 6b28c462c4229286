import { defineConfig } from '@playwright/test'

/** The packaged application, in the build whose only difference is that a test may drive it. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/dist',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
})
