import { readFileSync } from 'node:fs'
import { readConfig } from '../../config.ts'
import { complaint } from '../complain.ts'
import { readDeskFile } from '../desk-file.ts'
import { environment } from '../env.ts'
import { loadContent } from '../files.ts'
import { importDesk } from '../import.ts'
import { openAsIs, openDatabase } from '../open.ts'
import { anchorCommand } from './anchor.ts'
import { hashPasswordCommand } from './hash-password.ts'
import { restoreCommand } from './restore.ts'
import { rotateCommand } from './rotate-key.ts'
import { verifyCommand } from './verify.ts'

/** `npm run desk -- COMMAND`: what is done to a desk from a terminal, also while it runs. */

const usage = `npm run desk -- import FILE   带入值班文件，重复带入不改变什么 · bring a desk file in; twice changes nothing
npm run desk -- verify [FILE] 证明事件日志完整；给出锚点文件时一并核对 · prove the event log whole, also against anchors kept in FILE
npm run desk -- anchor [FILE] 签出日志当前的锚点，请存到别处 · how the log stands now, signed, to be kept elsewhere
npm run desk -- backup FILE   运行中备份 · a consistent copy while the desk runs
npm run desk -- restore FILE  从备份恢复到 DATABASE_URL · a backup becomes the database that DATABASE_URL names
npm run desk -- rotate-key    运行中更换 SECRET_KEY；中断后再运行一次即可 · change SECRET_KEY while the desk runs; broken off, run it again
npm run desk -- hash-password 从标准输入读一个密码，印出值班文件用的 passwordHash · reads a password, prints what the desk file takes for it`

const commands: Record<string, (file: string | undefined) => Promise<number>> = {
  async import(file) {
    if (!file) return misused()
    const read = readDeskFile(readFileSync(file, 'utf8'))
    const { engine, seal } = await openDatabase(readConfig(environment()))
    const { changed, logins, closed } = await importDesk(
      engine,
      seal,
      read,
      loadContent(),
      Date.now(),
    )
    await engine.close()
    const news = changed || logins > 0 || closed > 0
    console.log(
      news
        ? `已带入，新增账号 ${logins} 个，停用 ${closed} 个 · imported, ${logins} new accounts, ${closed} closed`
        : '没有变化 · nothing changed',
    )
    return 0
  },

  async verify(file) {
    const { engine, seal } = await openAsIs(readConfig(environment()))
    try {
      return await verifyCommand(engine, seal, file)
    } finally {
      await engine.close()
    }
  },

  async anchor(file) {
    const { engine, seal } = await openDatabase(readConfig(environment()))
    try {
      return await anchorCommand(engine, seal, file, Date.now())
    } finally {
      await engine.close()
    }
  },

  async 'rotate-key'() {
    const config = readConfig(environment())
    const opened = await openDatabase(config)
    try {
      return await rotateCommand(opened, config, process.env.NEW_SECRET_KEY)
    } finally {
      await opened.engine.close()
    }
  },

  'hash-password': () => hashPasswordCommand(process.stdin, process.stdout),

  async restore(file) {
    return file ? restoreCommand(readConfig(environment()), file) : misused()
  },

  async backup(file) {
    if (!file) return misused()
    const { engine } = await openAsIs(readConfig(environment()))
    await engine.backup(file)
    await engine.close()
    console.log(`已备份到 ${file} · copied to ${file}`)
    return 0
  },
}

const misused = (): number => {
  console.error(usage)
  return 2
}

/** Sets the code the process ends with; errors are told in words a person can act on. */
export async function main([command = '', file]: string[]): Promise<void> {
  try {
    process.exitCode = await (commands[command] ?? (async () => misused()))(file)
  } catch (error) {
    console.error(complaint(error))
    process.exitCode = 1
  }
}
