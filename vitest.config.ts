import { defineConfig } from 'vitest/config'

const HANGS = 30 * 60_000

export default defineConfig({
  // One worker a core; vitest leaves one idle, which of two is half. The limit ends what hangs: no test is judged by its speed, and
  // machines differ tenfold.
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    testTimeout: HANGS,
    hookTimeout: HANGS,
    maxWorkers: '100%',
  },
})
