import { ConfigError } from '../config.ts'
import { ContentError } from '../content.ts'
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
    return '密钥不对：SECRET_KEY 不是这个数据库的密钥 · SECRET_KEY is not the key this database was sealed with'
  }
  if (/ADDR(ESS_)?_?IN_?USE$/.test((error as { code?: string }).code ?? '')) {
    return '端口已被占用，请换一个 PORT · the port is in use; set another PORT'
  }
  return String((error as Error)?.stack ?? error)
}

const list = (head: string, faults: string[]): string => `${head}:\n  ${faults.join('\n  ')}`
