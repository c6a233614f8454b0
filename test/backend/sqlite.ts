import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openSqlite } from '../../src/store/dialect/sqlite.ts'
import type { Engine } from '../../src/store/engine.ts'
import { migrate } from '../../src/store/migrate.ts'

/** A file with its tables made, which each desk under test begins with a copy of. */

declare module 'vitest' {
  interface ProvidedContext {
    template: string | undefined
  }
}

/** vitest's globalSetup. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-template-'))
  const template = join(folder, 'zhiban.db')
  const engine = openSqlite(template)
  await migrate(engine.db)
  await engine.close()
  project.provide('template', template)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Where no run has made the tables (a browser test, the screenshots), they are made as the desk starts. */
export async function openFile(file: string): Promise<Engine> {
  const template = process.env.VITEST ? (await import('vitest')).inject('template') : undefined
  if (template && !existsSync(file)) copyFileSync(template, file)
  return openSqlite(file)
}
