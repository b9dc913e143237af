import { defineConfig } from 'vitest/config'

export default defineConfig({
  // One worker a core; vitest leaves one idle, which of two is half.
  test: { include: ['test/**/*.test.ts'], globalSetup: ['test/build.ts'], testTimeout: 60_000, maxWorkers: '100%' },
})
