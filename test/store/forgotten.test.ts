import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InProcess } from '../backend/in-process.ts'
import { type ChatClient, type Person, smallDesk, TestDesk } from '../harness.ts'

/** What stands in the files after forgetting, sealed forms and keyed hashes included (SQLite). */

let desk: TestDesk
let zhang: Person
let chen: Person

beforeEach(async () => {
  const file = smallDesk()
  const shifts = file.shifts.filter(({ lawyer }) => lawyer === 'zhang')
  desk = await TestDesk.open({ ...file, shifts })
  zhang = await desk.signIn('zhang')
  chen = await desk.signIn('chen')
})
afterEach(() => desk.close())

const db = () => (desk.backend as InProcess).engine.db

function bytes(): Buffer {
  const file = join(desk.folder, 'zhiban.db')
  return Buffer.concat([file, `${file}-wal`].filter(existsSync).map((one) => readFileSync(one)))
}

async function consulted(): Promise<ChatClient> {
  const chat = await desk.openChat()
  await chat.write('我把车停在桥下')
  await chat.choose('lawyer')
  await desk.settle()
  await zhang.takeFirst()
  await zhang.say(chat.conversation, '请把传唤证拍下来')
  const record = { charge: '危险驾驶罪', question: '会不会留案底', answer: '已解答' }
  await zhang.put(`/conversations/${chat.conversation}/record`, record)
  await zhang.post(`/conversations/${chat.conversation}/close`, { outcome: 'answered' })
  return chat
}

test('sealed words, their key, the address and the index are overwritten, in the file and in its log', async () => {
  const chat = await consulted()
  // Whoever searches waits for the index.
  await chen.get('/conversations?q=%E6%A1%A5%E4%B8%8B')
  const { conversation } = chat
  const kept = new Set(
    (await db().selectFrom('ledger').select('content').execute()).map(({ content }) => content),
  )
  const contents = await db().selectFrom('content').selectAll().execute()
  const words = contents.filter((row) => row.conversation === conversation)
  expect(words.length).toBeGreaterThan(5)
  const row = await db()
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', conversation)
    .executeTakeFirstOrThrow()
  const contact = await db().selectFrom('contact').selectAll().executeTakeFirstOrThrow()
  const { charge_mark: mark } = await db()
    .selectFrom('record')
    .selectAll()
    .executeTakeFirstOrThrow()
  const docs = await db().selectFrom('search_doc').selectAll().execute()
  const tokens = docs
    .filter(({ kind }) => kind === 'talk')
    .map((doc) => Buffer.from(doc.tokens as Uint8Array).subarray(0, 24))
  expect(tokens.length).toBeGreaterThan(0)
  const secrets = [
    ...words.map(({ sealed }) => Buffer.from(sealed)),
    Buffer.from(row.sealed_key as Uint8Array),
    Buffer.from(contact.sealed),
    Buffer.from(mark as string),
    ...tokens,
  ]
  for (const secret of secrets) expect(bytes().includes(secret)).toBe(true)

  expect((await chen.remove(`/conversations/${conversation}/words`)).status).toBe(202)
  await desk.settle()
  expect(secrets.filter((secret) => bytes().includes(secret))).toEqual([])
  const left = await db().selectFrom('content').selectAll().execute()
  expect(left.filter(({ id }) => words.some((one) => one.id === id)).map(({ id }) => id)).toEqual([
    ...kept,
  ])
})

test('no table holds a way to the client but the log’s own keys', async () => {
  const chat = await consulted()
  const contact = (await db().selectFrom('contact').select('id').executeTakeFirstOrThrow()).id
  await chen.remove(`/conversations/${chat.conversation}/words`)
  const tables = (await db().introspection.getTables())
    .map(({ name }) => name)
    // FTS5's own; what it holds are the hashes above.
    .filter((name) => !name.startsWith('search_postings'))
  expect(tables.length).toBeGreaterThan(25)
  const found: string[] = []
  for (const table of tables) {
    const all = await db()
      .selectFrom(table as 'event')
      .selectAll()
      .execute()
    for (const one of all) {
      const { key: _, ...rest } = one as Record<string, unknown>
      if (JSON.stringify(rest).includes(contact)) found.push(table)
    }
  }
  expect(found).toEqual([])
})

test('what is added to the ledger afterwards is kept as the ledger is', async () => {
  const chat = await consulted()
  await chen.remove(`/conversations/${chat.conversation}/words`)
  const [line] = (await zhang.get('/ledger')).body.items
  const corrected = await zhang.post(`/ledger/${line.id}/corrections`, {
    charge: '交通肇事罪',
    reason: '笔误',
  })
  expect(corrected.status).toBe(201)
  expect((await zhang.get('/ledger')).body.items).toMatchObject([
    { charge: '交通肇事罪', question: '会不会留案底', reason: '笔误' },
  ])
})

test('a saved view keeps no words that were searched for', async () => {
  await chen.post('/views', { name: '漏接', query: 'missed=true&q=%E6%A1%A5%E4%B8%8B' })
  expect((await chen.get('/views')).body.items).toMatchObject([{ query: 'missed=true' }])
})
