import type { TestProject } from 'vitest/node'
import { openPostgres } from '../../src/store/dialect/postgres/open.ts'
import { migrate } from '../../src/store/migrate.ts'
import { askAt, Cluster } from '../cluster.ts'

/** One cluster a run; each desk under test has a database of its own in it, copied from one with its tables made. */

declare module 'vitest' {
  interface ProvidedContext {
    cluster: string
  }
}

const TEMPLATE = 'template_desk'

/** vitest's globalSetup. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await Cluster.open()
  await cluster.ask('postgres', `create database ${TEMPLATE}`)
  const engine = openPostgres(cluster.url(TEMPLATE))
  await migrate(engine.db)
  await engine.close()
  project.provide('cluster', cluster.url('postgres'))
  return () => cluster.close()
}

/** The address of a new database: with the tables made, or empty. */
export async function newDatabase(made = true): Promise<string> {
  const { inject } = await import('vitest')
  const cluster = inject('cluster')
  const name = `desk_${crypto.randomUUID().replaceAll('-', '')}`
  const template = made ? ` template ${TEMPLATE} strategy file_copy` : ''
  await askAt(cluster, `create database ${name}${template}`)
  return cluster.replace(/\/postgres$/, `/${name}`)
}
