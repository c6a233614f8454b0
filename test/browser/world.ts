import type { Call } from '../../src/phone/call.ts'
import { FakeOpenAi } from '../fake-openai.ts'
import { type ChatClient, type Person, smallDesk, TestDesk, week } from '../harness.ts'

/** The example desk, looked at by tests and in the screenshots: a week behind it, a busy hour now, and something on every page. */

export interface World {
  desk: TestDesk
  model: FakeOpenAi
  /** Held by Zhang, with Li beside her. */
  talk: string
  /** A call Zhang is on. */
  call: string
  /** Over, read by a coordinator. */
  closed: string
  notice: string
  paper: string
  /** Of the client in the talk: what their browser keeps, and the page of their appointment. */
  token: string
  appointment: string
  /** Links that were given out: to an authority, to a coordinator who is to come. */
  publication: string
  invitation: string
  /** Ends what the world holds open. */
  close: () => Promise<void>
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

const office = ['mon', 'tue', 'wed', 'thu', 'fri']
const shift = (lawyer: string, from: string, to: string, more: object = {}) => ({
  lawyer,
  station: 'jiangcheng',
  methods: ['phone', 'online'],
  tier: 'primary',
  mode: 'fixed',
  days: week,
  from,
  to,
  ...more,
})

const file = () => ({
  ...smallDesk({ staggerSeconds: 0, wrapUpSeconds: 0, absentSeconds: 3600 }),
  shifts: [
    shift('zhang', '00:00', '24:00'),
    shift('li', '08:00', '22:00'),
    shift('wang', '08:00', '22:00', { tier: 'backup', days: office }),
    shift('zhang', '09:00', '17:00', { mode: 'appointment', methods: ['online'], days: office }),
  ],
  hours: [{ station: 'jiangcheng', methods: ['phone'], days: week, from: '00:00', to: '24:00' }],
  authorities: [{ id: 'police', name: '江城市公安局', kind: 'police' }],
})

const cases = [
  ['盗窃', '电动车是不是我拿的说不清，怎么办', '先核对证据，按时到案，如实回答'],
  ['故意伤害', '和邻居推搡算不算互殴', '看起因和伤情鉴定，可以申请调解'],
  ['诈骗', '借条写的钱还不上会坐牢吗', '区分借款和骗取，带上转账记录'],
  ['危险驾驶', '血检结果可以申请重新鉴定吗', '收到告知书三日内提出申请'],
  ['帮助信息网络犯罪活动', '把银行卡借给别人了', '说明是否知情，带上聊天记录'],
  ['交通肇事', '赔了钱能不能从轻', '谅解书可以作为从宽情节'],
] as const

const draft = {
  charge: '盗窃罪',
  question: '取保候审期间能不能去外地打工？',
  answer: '告知离开所居住的市、县要经执行机关批准，应当先申请。',
}

export async function openWorld(): Promise<World> {
  const model = new FakeOpenAi()
  model.answer = ({ input }) => ('talk' in input ? draft : {})
  const desk = await TestDesk.open(file(), () => model.config({ purposes: ['draft-record'] }))
  const now = Date.now()
  const closed = await pastWeek(desk, now)
  desk.now = now - 60_000
  const people = {
    zhang: await desk.signIn('zhang'),
    li: await desk.signIn('li'),
    wang: await desk.signIn('wang'),
    chen: await desk.signIn('chen'),
  }
  const client = await talkOfTwo(desk, people)
  const talk = client.conversation
  const paper = await papers(people.zhang, talk)
  const notice = await centre(desk, people, closed)
  await ahead(people, talk)
  const links = await givenOut(people.chen, client)
  const call = await onTheLine(desk, people)
  const waiting = await desk.openChat()
  await waiting.write('明天上午9点派出所叫我去做笔录，是不是要被拘留')
  await waiting.write('律师')
  // Zhang has it not: it would take over every picture of her screen.
  for (const who of [people.zhang, people.li, people.zhang]) {
    for (const { id } of await who.offers())
      await who.post(`/offers/${id}/decline`, { reason: 'busy' })
    await desk.settle()
  }
  await people.chen.get(`/conversations/${closed}?reason=${encodeURIComponent('投诉：没人回电')}`)
  const close = async () => {
    await desk.close()
    await model.close()
  }
  return { desk, model, talk, call, closed, notice, paper, token: client.token, ...links, close }
}

/** Twelve days of talks and calls, so that list, ledger and figures have something to show. */
async function pastWeek(desk: TestDesk, now: number): Promise<string> {
  desk.now = now - 12 * DAY
  const ringing: Call[] = []
  desk.carrier.on('ringing', (call) => ringing.push(call))
  const [zhang, li] = [await desk.signIn('zhang'), await desk.signIn('li')]
  let last = ''
  for (const [n, [charge, question, answer]] of [
    ...cases,
    ...cases,
    ...cases,
    ...cases,
  ].entries()) {
    desk.now = now - 12 * DAY + n * 11 * HOUR
    const client = await desk.openChat()
    await client.write(question)
    await client.write('律师')
    desk.now += 25_000
    const by = (await zhang.offers()).length > 0 ? zhang : li
    await by.takeFirst()
    await by.say(client.conversation, answer)
    await by.put(`/conversations/${client.conversation}/record`, {
      charge,
      question,
      answer,
      stage: n % 2 ? 'investigation' : 'prosecution_review',
    })
    desk.now += 9 * 60_000
    await by.post(`/conversations/${client.conversation}/close`, { outcome: 'answered' })
    last = client.conversation
    await phoned(desk, ringing, `+86139000000${n + 10}`, n % 4 !== 3)
  }
  desk.carrier.removeAllListeners('ringing')
  return last
}

async function phoned(desk: TestDesk, ringing: Call[], from: string, heard: boolean) {
  const call = desk.carrier.dial(from)
  await until(desk, () => call.asking !== null)
  call.press('1')
  await desk.settle()
  const lawyer = ringing.findLast(({ over }) => !over)
  if (heard && lawyer) {
    void desk.carrier.pickUp(lawyer)
    await until(desk, () => lawyer.asking !== null)
    lawyer.press('1')
    await desk.settle()
    desk.now += 6 * 60_000
  } else desk.now += 45_000
  call.end('completed')
  await desk.settle()
}

async function until(desk: TestDesk, there: () => boolean): Promise<void> {
  for (let tries = 0; !there() && tries < 50; tries++) await desk.settle()
}

type People = Record<'zhang' | 'li' | 'wang' | 'chen', Person>

/** The others pass until it is Zhang's. */
async function zhangTakes(desk: TestDesk, { zhang, li, wang }: People): Promise<string> {
  for (let tries = 0; tries < 6; tries++) {
    if ((await zhang.offers()).length > 0) return (await zhang.takeFirst()).body.conversation
    for (const other of [li, wang]) {
      for (const { id } of await other.offers()) {
        await other.post(`/offers/${id}/decline`, { reason: 'busy' })
      }
    }
    await desk.settle()
  }
  throw new Error('nothing came to Zhang')
}

async function talkOfTwo(desk: TestDesk, people: People): Promise<ChatClient> {
  const { zhang, li } = people
  const client = await desk.openChat()
  await client.write('我被取保候审了，厂里要我去外地出差，能去吗？表哥说他会替我顶着')
  await client.write('律师')
  const id = await zhangTakes(desk, people)
  await zhang.say(
    id,
    '您好，我是值班律师张敏。取保候审期间离开所居住的市、县，要先经执行机关批准。',
  )
  await client.write('那我要找谁批准？')
  await zhang.put(`/conversations/${id}/record`, {
    charge: '盗窃',
    question: '取保候审期间能否去外地出差',
    answer: '未经执行机关批准不得离开所居住的市、县，应当先申请',
    stage: 'investigation',
  })
  await zhang.post(`/conversations/${id}/colleague`, { lawyer: 'li' })
  await li.post(`/conversations/${id}/colleague/answer`, { join: true })
  await li.say(id, '向办案的派出所提交书面申请，写明时间、地点和事由，等批准了再走。')
  await zhang.post(`/conversations/${id}/draft`)
  return client
}

async function papers(zhang: Person, conversation: string): Promise<string> {
  const plea = await zhang.post('/plea-notices', {
    conversation,
    willing: true,
    knows: true,
    authority: '江城区人民检察院',
    person: '赵一',
  })
  await zhang.post('/aid-applications', { conversation, person: '赵一', grounds: '家庭困难' })
  return plea.body.id
}

async function centre(desk: TestDesk, { chen, li }: People, closed: string): Promise<string> {
  const day = (days: number) => new Date(desk.now + days * DAY).toISOString().slice(0, 10)
  const people = [
    { name: '赵一', charge: '盗窃', stage: 'investigation' },
    { name: '钱玥', charge: '诈骗', stage: 'prosecution_review' },
  ]
  const notice = await chen.post('/notices', {
    authority: '江城市公安局',
    number: '江公法帮〔2026〕18号',
    receivedOn: day(0),
    helpDate: day(4),
    people,
  })
  const named = await chen.post('/notices', {
    authority: '江城区人民检察院',
    number: '江检法帮〔2026〕7号',
    receivedOn: day(-1),
    helpDate: day(5),
    people: people.slice(0, 1),
  })
  await chen.post(`/notices/${named.body.id}/assign`, { lawyer: 'zhang' })
  await chen.post('/quality/complaints', { conversation: closed, from: '当事人', text: '没人回电' })
  await li.post('/leave', {
    from: new Date(desk.now + 3 * DAY).toISOString(),
    to: new Date(desk.now + 4 * DAY).toISOString(),
  })
  await chen.post('/views', { name: '等得久的', query: 'waitedOver=60' })
  return notice.body.id
}

async function ahead({ zhang, li, chen }: People, conversation: string): Promise<void> {
  const slots = (await zhang.get(`/slots?conversation=${conversation}`)).body.items
  for (const at of [1, 9]) {
    await zhang.post('/appointments', { conversation, slot: slots[at]?.id })
  }
  const tomorrow = Date.now() + DAY
  const hours = (from: number, to: number) => ({
    from: new Date(tomorrow + from * HOUR).toISOString(),
    to: new Date(tomorrow + to * HOUR).toISOString(),
  })
  const night = { station: 'jiangcheng', methods: ['phone'], ...hours(8, 12) }
  await chen.post('/duty-asks', { lawyer: 'zhang', ...night })
  await li.post('/swaps', { with: 'zhang', gives: hours(-2, 1) })
}

async function givenOut(chen: Person, client: ChatClient) {
  const told = (await client.texts('desk')).join(' ')
  const appointment = /\/a\/[\w-]+/.exec(told)?.[0] ?? ''
  const { authorities } = (await chen.post('/rota/publish')).body
  const invited = await chen.post('/accounts/invite', {
    id: 'sun',
    role: 'coordinator',
    name: '孙丽',
  })
  const pathOf = (link: string): string => new URL(link).pathname
  return {
    appointment,
    publication: pathOf(authorities[0].link),
    invitation: pathOf(invited.body.link),
  }
}

async function onTheLine(desk: TestDesk, people: People): Promise<string> {
  const caller = desk.carrier.dial('+8613912345678')
  await until(desk, () => caller.asking !== null)
  caller.press('1')
  await desk.settle()
  const conversation = await zhangTakes(desk, people)
  await desk.settle()
  return conversation
}
