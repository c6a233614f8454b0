import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Config, ConfigError } from '../../config.ts'
import { migrate } from '../../store/migrate.ts'
import { verifyLog } from '../../store/verify.ts'

/**
 * `npm run desk -- restore FILE`: a backup becomes the database that DATABASE_URL names, where there is none yet. It is
 * proved whole first; a backup of an older version is brought up to date.
 */
export async function restoreCommand(
  { database }: Pick<Config, 'database'>,
  file: string,
): Promise<number> {
  if (!existsSync(file)) throw Object.assign(new Error(file), { code: 'ENOENT', path: file })
  const near = database.kind === 'sqlite' ? database.file : file
  const copy = `${near}.restoring`
  if (database.kind === 'sqlite') {
    for (const one of [near, `${near}-wal`]) {
      if (existsSync(one)) throw Object.assign(new Error(one), { code: 'EEXIST', path: one })
    }
    mkdirSync(dirname(near), { recursive: true })
  }
  try {
    const lines = await bringUpToDate(file, copy)
    if (lines === null) return 1
    if (database.kind === 'sqlite') renameSync(copy, near)
    else await intoPostgres(copy, database.url)
    console.log(
      `已恢复，共 ${lines} 条事件，日志完整 · restored: ${lines} events, the log is whole`,
    )
    console.log(
      '启动前请把备份时用的密钥（SECRET_KEY 或 secret.key）放好 · before you start: put the key of that time in place (SECRET_KEY, or secret.key)',
    )
    return 0
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true })
  }
}

/** A copy with today's tables; null where its log is not whole, which is told. */
async function bringUpToDate(file: string, copy: string): Promise<number | null> {
  const { copySqlite, openSqlite } = await import('../../store/dialect/sqlite.ts')
  await copySqlite(file, copy)
  const engine = openSqlite(copy)
  try {
    await migrate(engine.db)
    const { lines, bad } = await verifyLog(engine.db, null)
    if (!bad) return lines
    console.error(
      `备份不完整，没有恢复：事件 ${bad.seq} · the backup is not whole, nothing was restored: event ${bad.seq} is bad: ${bad.what}`,
    )
    return null
  } finally {
    await engine.close()
  }
}

async function intoPostgres(copy: string, url: string): Promise<void> {
  const { fillFrom } = await import('../../store/dialect/postgres/fill.ts')
  if (!(await fillFrom(copy, url))) {
    throw new ConfigError([
      'DATABASE_URL: 那里已有一个值班台，请换一个空的数据库 · there is a desk in it already; name an empty database',
    ])
  }
}
