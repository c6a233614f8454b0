import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealedColumns } from '../../src/store/rotation.ts'
import { Seal } from '../../src/store/seal.ts'
import { DeskProcess } from '../process.ts'

/** SECRET_KEY was on a slide. It is changed on a working day, and nobody notices. */

let desk: DeskProcess
let headers: { authorization: string }
let before: Seal
const keyFile = () => join(desk.data, 'secret.key')
const keyIn = (file: string) => Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
const write = async (text: string) => {
  const body = { id: crypto.randomUUID(), text }
  expect((await desk.post('/api/chat/messages', body, headers)).status).toBe(202)
}

beforeAll(async () => {
  desk = await DeskProcess.open(undefined, { SECRET_KEY: '' })
  before = new Seal(keyIn(keyFile()))
  const { token } = (await (await desk.post('/api/chat', {})).json()) as { token: string }
  headers = { authorization: `Bearer ${token}` }
  await write('昨晚喝酒开车被查了')
})
afterAll(() => desk.close())

/** What is sealed, and under which of two keys. */
function sealedUnder(key: Seal): number {
  const raw = new Database(join(desk.data, 'zhiban.db'), { readonly: true })
  let count = 0
  for (const { table, column, what, context } of sealedColumns) {
    const ours = table === 'content' ? 'and conversation is null' : ''
    const rows = raw
      .prepare(`select id, ${column} as sealed from ${table} where ${column} is not null ${ours}`)
      .all() as { id: string; sealed: Buffer }[]
    for (const { id, sealed } of rows) if (!key.isOld(what, sealed, context(id))) count++
  }
  raw.close()
  return count
}

async function firstSaid(): Promise<string> {
  const stop = new AbortController()
  const answer = await fetch(`${desk.url}/api/chat/events`, { headers, signal: stop.signal })
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  while (!text.includes('喝酒')) {
    const { value, done } = await reader.read()
    if (done) break
    text += Buffer.from(value).toString()
  }
  stop.abort()
  return text
}

test('broken off in the middle, the desk works on with both keys', async () => {
  const command: ChildProcess = spawn(process.execPath, ['src/cli.ts', 'rotate-key'], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { PATH: process.env.PATH, DATABASE_URL: `file:${join(desk.data, 'zhiban.db')}` },
  })
  await expect.poll(() => existsSync(`${keyFile()}.next`), { timeout: 20_000 }).toBe(true)
  command.kill('SIGKILL')
  await new Promise((resolve) => command.once('exit', resolve))
  await write('换到一半')
  expect(await firstSaid()).toContain('昨晚喝酒开车被查了')
})

test('run again it ends: nothing is left under the old key, nothing was lost, nobody was signed off', async () => {
  const rotating = desk.run('src/cli.ts', 'rotate-key')
  for (let i = 0; i < 5; i++) {
    await write(`边换边写 ${i}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const { code, output } = await rotating
  expect(output).toContain('the key is changed')
  expect(code).toBe(0)
  const after = new Seal(keyIn(keyFile()))
  expect(keyIn(`${keyFile()}.before`).equals(keyIn(keyFile()))).toBe(false)
  expect(sealedUnder(before)).toBe(0)
  expect(sealedUnder(after)).toBeGreaterThan(4)
  // The process that ran through it all, and one that starts with the new key.
  for (let start = 0; start < 2; start++) {
    expect(await firstSaid()).toContain('昨晚喝酒开车被查了')
    await write(`换好以后 ${start}`)
    await desk.kill()
    await desk.start()
  }
  const { output: verified } = await desk.run('src/cli.ts', 'verify')
  expect(verified).toContain('the event log is whole')
  expect(verified).not.toContain('without the key')
})

test('the old key is refused from then on', async () => {
  const old = readFileSync(`${keyFile()}.before`, 'utf8').trim()
  await expect(desk.beside({ SECRET_KEY: old })).rejects.toThrow(/is not the key/)
})

test('every sealed column is known to the command', () => {
  const raw = new Database(join(desk.data, 'zhiban.db'), { readonly: true })
  const blobs = raw
    .prepare(
      `select m.name || '.' || c.name as name from sqlite_master m, pragma_table_info(m.name) c
       where m.type = 'table' and lower(c.type) = 'blob' and m.name not like 'search%' order by 1`,
    )
    .pluck()
    .all()
  raw.close()
  expect(blobs).toEqual(sealedColumns.map(({ table, column }) => `${table}.${column}`).sort())
})
