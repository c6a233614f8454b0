import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Config, ConfigError } from '../../config.ts'
import { beginRotation, endRotation, readBridge, sealAgain } from '../../store/rotation.ts'
import type { Opened } from '../open.ts'
import { keyFileOf } from '../secret.ts'

/**
 * `npm run desk -- rotate-key`: SECRET_KEY is changed while the desk runs. A key kept beside the database is replaced
 * there; one given by the environment is changed for NEW_SECRET_KEY, and then there. Broken off, it is run again.
 */
export async function rotateCommand(
  { engine, seal, folder }: Opened,
  { secretKey }: Pick<Config, 'secretKey'>,
  given: string | undefined,
): Promise<number> {
  const file = secretKey ? null : keyFileOf(folder)
  if (!(await readBridge(engine.db))) {
    const next = file ? nextIn(file) : readGiven(given)
    await beginRotation(engine, seal, next)
  }
  // Running processes take up the new key before anything old is taken away.
  await sleep(NOTICED)
  let sealed = 0
  for (let more = 1; more > 0; sealed += more) more = await sealAgain(engine, seal)
  if (file && existsSync(nextOf(file))) {
    if (existsSync(file)) renameSync(file, `${file}.before`)
    renameSync(nextOf(file), file)
  }
  await endRotation(engine, seal)
  console.log(`已换密钥，重新密封 ${sealed} 项 · the key is changed, ${sealed} sealed again`)
  console.log(
    file
      ? `旧密钥在 ${file}.before，只用来打开以前的备份；那些备份不再需要时请销毁 · the old key is ${file}.before, for older backups only; destroy it when they are gone`
      : '请把 SECRET_KEY 改成 NEW_SECRET_KEY 的值；正在运行的值班台不必重启 · set SECRET_KEY to what NEW_SECRET_KEY is; a desk that runs need not be restarted',
  )
  return 0
}

/** Twice as long as a process takes to look (assemble.ts). */
const NOTICED = 4_000

const nextOf = (file: string): string => `${file}.next`

/** On disk before it is used: a key that is lost takes everything with it. */
function nextIn(file: string): Uint8Array {
  const next = nextOf(file)
  if (!existsSync(next)) {
    writeFileSync(next, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
  }
  return Buffer.from(readFileSync(next, 'utf8').trim(), 'base64')
}

function readGiven(given: string | undefined): Uint8Array {
  const key = Buffer.from(given?.trim() ?? '', 'base64')
  if (key.length === 32) return key
  throw new ConfigError(['NEW_SECRET_KEY: 32 bytes in base64 (openssl rand -base64 32)'])
}
