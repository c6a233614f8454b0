import { join } from 'node:path'
import { openPostgres } from '../../src/store/dialect/postgres/open.ts'
import type { Backend, BackendParts } from './backend.ts'
import { InProcess } from './in-process.ts'
import { newDatabase } from './postgres.ts'
import { openFile } from './sqlite.ts'
import { Workerd } from './workerd.ts'

/** The engine a run of the stories is for: ENGINE, set by the vitest project. */
export function openBackend(parts: BackendParts): Backend {
  const engine = process.env.ENGINE ?? 'sqlite'
  switch (engine) {
    case 'sqlite':
      return new InProcess(parts, () => openFile(join(parts.folder, 'zhiban.db')))
    case 'postgres': {
      let url: Promise<string> | null = null
      return new InProcess(parts, async () => {
        url ??= newDatabase()
        return openPostgres(await url)
      })
    }
    case 'workerd':
      return new Workerd(parts)
    default:
      throw new Error(`ENGINE: there is no engine ${engine}`)
  }
}
