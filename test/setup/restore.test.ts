import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DeskProcess } from '../process.ts'

/** A Friday evening: the disk is gone, the backup is there. */

let desk: DeskProcess
let backup: string
const say = async (token: string, text: string) => {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await desk.post('/api/chat/messages', { id: crypto.randomUUID(), text }, headers)
  expect(answer.status).toBe(202)
}
const at = (file: string, ...command: string[]) =>
  desk.run('test/at.ts', `file:${join(desk.folder, file)}`, ...command)

beforeAll(async () => {
  desk = await DeskProcess.open()
  backup = join(desk.folder, 'friday.db')
  const { token } = (await (await desk.post('/api/chat', {})).json()) as { token: string }
  await say(token, '昨晚喝酒开车被查了')
  // While it is being written to.
  const writing = Promise.all(Array.from({ length: 5 }, (_, i) => say(token, `第${i}句`)))
  expect(await desk.run('src/cli.ts', 'backup', backup)).toMatchObject({ code: 0 })
  await writing
  await say(token, '备份之后写的')
})
afterAll(() => desk.close())

test('a backup made while it ran becomes a desk that is whole', async () => {
  const restored = await at('new/zhiban.db', 'restore', backup)
  expect(restored.output).toContain('the log is whole')
  expect(restored.code).toBe(0)
  const verified = await at('new/zhiban.db', 'verify')
  expect(verified.output).toContain('the event log is whole')
  expect(verified.code).toBe(0)
})

test('nothing is written over: a database that is there stays', async () => {
  const before = readFileSync(join(desk.folder, 'new/zhiban.db'))
  const { code, output } = await at('new/zhiban.db', 'restore', backup)
  expect(code).toBe(1)
  expect(output).toContain('the file exists and was not overwritten')
  expect(readFileSync(join(desk.folder, 'new/zhiban.db')).equals(before)).toBe(true)
})

test('a backup somebody touched is refused, with the event it was touched at', async () => {
  const touched = join(desk.folder, 'touched.db')
  copyFileSync(backup, touched)
  const raw = new Database(touched)
  raw.prepare(`update event set at = at - 60000 where seq = 3`).run()
  raw.close()
  const { code, output } = await at('other/zhiban.db', 'restore', touched)
  expect(code).toBe(1)
  expect(output).toMatch(/nothing was restored: event 3 is bad/)
  expect(existsSync(join(desk.folder, 'other/zhiban.db'))).toBe(false)
})

test('an anchor made today shows that the backup of before is not all there was', async () => {
  const anchors = join(desk.folder, 'anchors.jsonl')
  expect(await desk.run('src/cli.ts', 'anchor', anchors)).toMatchObject({ code: 0 })
  const now = await desk.run('src/cli.ts', 'verify', anchors)
  expect(now.output).toContain('agrees with 1 anchors')
  expect(now.code).toBe(0)
  const { code, output } = await at('friday.db', 'verify', anchors)
  expect(output).toContain('the log was cut short')
  expect(code).toBe(1)
})

test('a running desk leaves an anchor a day beside its database', async () => {
  const file = join(desk.data, 'anchors.jsonl')
  await expect.poll(() => existsSync(file)).toBe(true)
  const { code, output } = await desk.run('src/cli.ts', 'verify', file)
  expect(output).toContain('agrees with 1 anchors')
  expect(code).toBe(0)
})
