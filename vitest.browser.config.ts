import { defineConfig } from 'vitest/config'

/** What needs a browser on the machine as well. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    reporters: ['default', './test/reporter.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    isolate: false,
    setupFiles: ['test/remember-scrypt.ts'],
  },
})
