import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildWorker, openWorkerd } from '../../scripts/workerd.ts'
import { freePort } from '../free-port.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where workerd listens. */
    workerd: number
  }
}

/** One workerd for a run; every desk under test is an object of its own in it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const state = mkdtempSync(join(tmpdir(), 'zhiban-workerd-'))
  const port = await freePort()
  const workerd = await openWorkerd({
    code: await buildWorker('test/worker/entry.ts', [
      '--alias',
      '@better-auth/utils/password:./test/worker/remember-scrypt.ts',
    ]),
    host: '127.0.0.1',
    port,
    state,
    variables: {},
    // workerd tells of every object that a test puts away.
    say: (line) => line.includes('put away by a test') || console.error(line),
  })
  // What `npm run worker` starts, so that no story waits for a build.
  await buildWorker()
  project.provide('workerd', port)
  return async () => {
    await workerd.dispose()
    rmSync(state, { recursive: true, force: true })
  }
}
