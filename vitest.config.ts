import { defineConfig } from 'vitest/config'

const base = {
  testTimeout: 240_000,
  hookTimeout: 60_000,
  // Files share what they import: nothing in src/ keeps state of its own, and loading it anew for each takes longer than most.
  isolate: false,
  setupFiles: ['test/remember-scrypt.ts'],
}

/** The same stories, once for each engine. */
const stories = (engine: string, globalSetup: string[] = []) => ({
  test: {
    ...base,
    name: engine,
    include: ['test/story/**/*.test.ts'],
    env: { ENGINE: engine },
    globalSetup,
  },
})

const workerd = stories('workerd')
Object.assign(workerd.test, {
  include: ['test/story/**/*.test.ts', 'test/worker/**/*.test.ts'],
  globalSetup: 'test/worker/set-up.ts',
})

/** Everything that needs nothing beyond npm. */
export default defineConfig({
  test: {
    // Most of a story is waiting: two at a time, also where there are only two cores.
    maxWorkers: 2,
    reporters: ['default', './test/engines-table.ts', './test/reporter.ts'],
    projects: [
      {
        test: {
          ...base,
          name: 'desk',
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/browser/**',
            'test/story/**',
            'test/postgres/**',
            'test/worker/**',
            'test/hand/**',
          ],
        },
      },
      stories('sqlite', ['test/backend/sqlite.ts']),
      stories('postgres', ['test/backend/postgres.ts']),
      { test: { ...base, name: 'processes', include: ['test/{postgres,hand}/**/*.test.ts'] } },
      workerd,
    ],
  },
})
