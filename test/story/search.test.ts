import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChatClient, type Person, TestDesk } from '../harness.ts'

/** The same words, the same questions, the same answers on every engine. */

const said = [
  '昨晚喝酒开车被查了，抽血结果163，现在取保候审在家',
  '刑诉法第一百七十三条是什么意思？签具结书要律师在吗',
  '取保到期了，检察院还没联系我；朋友借我的卡，说我是帮信',
  '我姓欧阳，派出所叫我明天9点去，要带GPS记录吗',
  '想问173条和认罪认罚从宽',
]

let desk: TestDesk
let zhang: Person
let li: Person
let chen: Person
const chats: ChatClient[] = []

beforeAll(async () => {
  desk = await TestDesk.open()
  zhang = await desk.signIn('zhang')
  li = await desk.signIn('li')
  chen = await desk.signIn('chen')
  for (const [i, words] of said.entries()) {
    const chat = await desk.openChat()
    await chat.write(words)
    await chat.choose('lawyer')
    chats.push(chat)
    const lawyer = i % 2 === 0 ? zhang : li
    await desk.pass(61)
    for (const offer of await lawyer.offers()) await lawyer.post(`/offers/${offer.id}/accept`)
  }
  await zhang.say(chats[0]?.conversation ?? '', '您好，醉驾的标准是每百毫升八十毫克')
})
afterAll(() => desk.close())

async function find(person: Person, query: string, more = ''): Promise<number[]> {
  const { status, body } = await person.get(`/conversations?q=${encodeURIComponent(query)}${more}`)
  expect(status, query).toBe(200)
  return (body.items as { id: string }[]).map(({ id }) =>
    chats.findIndex(({ conversation }) => conversation === id),
  )
}

test('two characters, articles, charges by any name, names and initials: newest first', async () => {
  const cases: [query: string, found: number[]][] = [
    ['取保', [2, 0]],
    ['取保候审', [0]],
    ['候审在家', [0]],
    ['家在候审', []],
    ['保到', [2]],
    ['取候', []],
    ['被查 取保', [0]],
    ['取保 朋友', [2]],
    ['取保 朋友 派出所', []],
    ['第173条', [4, 1]],
    ['第一百七十三条', [4, 1]],
    ['173', [4, 1]],
    ['163', [0]],
    ['帮助信息网络犯罪', [2]],
    ['bzxx', [2]],
    ['危险驾驶', [0]],
    ['wxjs', [0]],
    ['醉驾', [0]],
    ['百毫升', [0]],
    ['gps', [3]],
    ['ＧＰＳ记录', [3]],
    ['欧阳', [3]],
    ['签 具结', [1]],
    ['值班律师', []],
  ]
  for (const [query, found] of cases) expect(await find(chen, query), query).toEqual(found)
})

test('a conversation is found by its client’s pseudonym and by its lawyer, in characters or initials', async () => {
  const [first] = chats
  const { body } = await chen.get(`/conversations/${first?.conversation}`)
  expect(await find(chen, body.client)).toEqual([0])
  expect(await find(chen, '张敏')).toContain(0)
  expect((await find(chen, 'lw')).length).toBeGreaterThan(0)
  expect(await find(chen, 'lw')).not.toContain(0)
})

test('a lawyer finds only what is theirs; a coordinator finds it, and not the words', async () => {
  const theirs = (await zhang.get('/conversations')).body.items.map(({ id }: { id: string }) => id)
  const others = chats.findIndex(({ conversation }) => !theirs.includes(conversation))
  expect(others).toBeGreaterThanOrEqual(0)
  for (const query of ['取保', '173', '派出所', '帮信', '具结']) {
    for (const i of await find(zhang, query)) expect(theirs).toContain(chats[i]?.conversation)
  }
  const { body } = await chen.get(`/conversations?q=${encodeURIComponent('取保')}`)
  expect(JSON.stringify(body)).not.toContain('取保')
  expect(body.items[0].charge).toBeNull()
  const anonymous = await fetch(`${desk.url}/api/conversations?q=x`)
  expect(anonymous.status).toBe(401)
})

test('a record is found as it stands now, and a word just written at once', async () => {
  const conversation = chats[0]?.conversation ?? ''
  const keep = (charge: string) =>
    zhang.put(`/conversations/${conversation}/record`, {
      charge,
      question: '量刑',
      answer: '已解答',
    })
  expect((await keep('妨害作证罪')).status).toBe(200)
  expect(await find(zhang, '妨害作证')).toEqual([0])
  expect(await find(zhang, 'fhzzz')).toEqual([0])
  expect((await keep('危险驾驶罪')).status).toBe(200)
  expect(await find(zhang, '妨害作证')).toEqual([])
  expect(await find(zhang, 'wxjsz')).toEqual([0])
  await chats[3]?.write('忘了说，车牌是鄂开头')
  expect(await find(chen, '车牌')).toEqual([3])
})

test('with state, lawyer, channel and time, page by page', async () => {
  expect(await find(chen, '取保', '&lawyer=zhang&channel=webchat')).toEqual(
    (await find(chen, '取保')).filter((i) => i === 0 || i === 2),
  )
  expect(await find(chen, '取保', '&state=closed')).toEqual([])
  expect(await find(chen, '取保', '&channel=sms')).toEqual([])
  const opened = (await chen.get(`/conversations/${chats[2]?.conversation}`)).body.openedAt
  expect(await find(chen, '取保', `&from=${opened}`)).toEqual([2])
  expect(await find(chen, '取保', `&to=${opened}`)).toEqual([0])
  const first = (await chen.get(`/conversations?q=${encodeURIComponent('取保')}&limit=1`)).body
  expect(first.items).toHaveLength(1)
  expect(await find(chen, '取保', `&limit=1&cursor=${first.next}`)).toEqual([0])
})

test('one character alone, or none, is refused, and says nothing of what was asked', async () => {
  for (const query of ['取', '？', ' ', '']) {
    const { status, body } = await chen.get(`/conversations?q=${encodeURIComponent(query)}`)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code: 'malformed', fields: ['q'] })
  }
  expect(JSON.stringify(desk.logs)).not.toMatch(/取保|妨害/)
})
