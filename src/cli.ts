import { readFileSync } from 'node:fs'
import { readConfig } from './config.ts'
import { complaint } from './setup/complain.ts'
import { readDeskFile } from './setup/desk-file.ts'
import { environment } from './setup/env.ts'
import { loadContent } from './setup/files.ts'
import { importDesk } from './setup/import.ts'
import { openAsIs, openDatabase } from './setup/open.ts'
import { verifyLog } from './store/verify.ts'

/** `npm run desk -- COMMAND`: what is done to a desk from a terminal, also while it runs. */

const usage = `npm run desk -- import FILE   带入值班文件，重复带入不改变什么 · bring a desk file in; twice changes nothing
npm run desk -- verify        证明事件日志完整 · prove the event log whole
npm run desk -- backup FILE   运行中备份 · a consistent copy while the desk runs`

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

  async verify() {
    const { engine, seal } = await openAsIs(readConfig(environment()))
    if (!seal)
      console.log(
        '没有密钥，只核对日志，不核对文字 · without the key: the log is proved, its words are not',
      )
    const { lines, bad, violations } = await verifyLog(engine.db, seal)
    await engine.close()
    for (const { seq, invariant, what } of violations) {
      console.error(
        `事件 ${seq} 违反不变量 ${invariant} · event ${seq} breaks invariant ${invariant}: ${what}`,
      )
    }
    if (bad) {
      console.error(`事件 ${bad.seq} 不完整 · event ${bad.seq} is bad: ${bad.what}`)
      return 1
    }
    console.log(`事件日志完整，共 ${lines} 条 · the event log is whole, ${lines} events`)
    return violations.length > 0 ? 1 : 0
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

const [command = '', file] = process.argv.slice(2)
try {
  process.exitCode = await (commands[command] ?? (async () => misused()))(file)
} catch (error) {
  console.error(complaint(error))
  process.exitCode = 1
}
