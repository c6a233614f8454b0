import { ConfigError } from '../config.ts'
import { ContentError } from '../content/library.ts'
import { Unavailable } from '../store/engine.ts'
import { WrongKey } from './check-key.ts'
import { DeskFileError } from './desk-file.ts'

/** A failed start or command in words a person can act on, in both languages. */
export function complaint(error: unknown): string {
  if (error instanceof ConfigError) {
    return list('设置有误 · wrong settings', error.faults)
  }
  if (error instanceof DeskFileError) {
    return list(
      '值班文件有误，什么都没有改 · faults in the desk file, nothing was changed',
      error.faults.map(({ line, message }) => `第 ${line} 行 · line ${line}: ${message}`),
    )
  }
  if (error instanceof ContentError) return list('内容有误 · faults in flows/', error.faults)
  if (error instanceof WrongKey) {
    return '密钥不对：SECRET_KEY（或本机的 secret.key）不是这个数据库的密钥，请用第一次启动时的那一个 · SECRET_KEY, or the secret.key kept here, is not the key this database was sealed with; use the one of its first start'
  }
  const { code = '' } = (error ?? {}) as { code?: string }
  if (error instanceof Unavailable) {
    return `连不上数据库，请检查 DATABASE_URL，以及数据库是否在运行 · the database cannot be reached; check DATABASE_URL, and that the database runs (${code})`
  }
  const refused = refusals[code]
  if (refused) return refused
  if (/ADDR(ESS_)?_?IN_?USE$/.test(code)) {
    return '端口已被占用，请换一个 PORT · the port is in use; set another PORT'
  }
  const { path } = error as { path?: string }
  if (code === 'ENOENT') return `没有这个文件 · there is no such file: ${path ?? ''}`
  if (code === 'EEXIST')
    return `已有这个文件，没有覆盖 · the file exists and was not overwritten: ${path ?? ''}`
  return String((error as Error)?.stack ?? error)
}

/** SQLSTATEs a wrong DATABASE_URL is answered with. */
const refusals: Record<string, string> = {
  '28P01':
    'DATABASE_URL 里的用户名或密码不对 · wrong user name or password in DATABASE_URL (28P01)',
  '28000': '数据库不让这个用户登录 · the database does not let this user in (28000)',
  '3D000':
    '没有 DATABASE_URL 所指的数据库，请先建好 · there is no such database as DATABASE_URL names; create it first (3D000)',
  '42501': '这个数据库用户的权限不够，要能建表 · this database user may not create tables (42501)',
  '42P01': '这个数据库里还没有值班台 · there is no desk in this database yet (42P01)',
}

const list = (head: string, faults: string[]): string => `${head}:\n  ${faults.join('\n  ')}`
