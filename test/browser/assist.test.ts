import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { FakeOpenAi } from '../fake-openai.ts'
import { TestDesk } from '../harness.ts'
import { accessible, desktop, people, phone, shot, signIn } from './browser.ts'

/** The model as a lawyer and a coordinator meet it: beside the record, beside the reply, and on one page. */

let model: FakeOpenAi
let desk: TestDesk
const come = people(async () => {
  model = new FakeOpenAi()
  desk = await TestDesk.open(undefined, () => model.config())
  desk.now = Date.now()
  return {
    close: async () => {
      await desk.close()
      await model.close()
    },
  }
})

/** The screen itself; what stands around every screen has tests of its own. */
const looked = (page: Page) => accessible(page, '', '#main')

const theft = '我涉嫌盗窃，取保候审在家，能去外地打工吗？'
const draft = {
  charge: '盗窃罪',
  question: '取保候审期间能不能去外地打工？',
  answer: '告知离开所居住的市、县要经执行机关批准，应当先申请。',
}

async function talk(): Promise<string> {
  const client = await desk.openChat()
  await client.write('律师')
  await client.write(theft)
  const zhang = await desk.signIn('zhang')
  await zhang.takeFirst()
  await zhang.say(client.conversation, '离开所居住的市、县要经执行机关批准，请先申请。')
  return client.conversation
}

test.each([
  ['phone-light', { viewport: phone }],
  ['phone-dark', { viewport: phone, colorScheme: 'dark' as const }],
  ['desktop-light', { viewport: desktop }],
  ['desktop-dark', { viewport: desktop, colorScheme: 'dark' as const }],
])('a lawyer takes a draft over, finds a passage, translates: %s', async (name, options) => {
  model.answer = ({ input }) => {
    if ('talk' in input) return draft
    if ('facts' in input) return { reply: input.facts[0].text.split('\n')[0], cites: [] }
    return 'to' in input ? { text: 'Can I leave the city for work while on bail?' } : {}
  }
  const id = await talk()
  const page = await come(options)
  await signIn(page, desk, 'zhang')
  await page.getByRole('button', { name: '退出登录' }).waitFor()
  await page.goto(`${desk.url}/console/c/${id}`)
  await page.getByRole('button', { name: '让AI起草记录' }).click()
  await page.getByText('AI草稿（没有保存）').waitFor()
  expect(await page.getByText('AI生成，仅供参考，非法律意见').count()).toBe(1)
  await shot(page, `draft-${name}`)
  await looked(page)
  expect(await page.getByLabel('涉嫌的罪名').inputValue()).toBe('')
  await page.getByRole('button', { name: '填入记录' }).click()
  await expect.poll(() => page.getByLabel('涉嫌的罪名').inputValue()).toBe(draft.charge)

  await page.getByText('回复参考').click()
  await page.getByRole('button', { name: '找说明' }).click()
  await page.getByText('AI拟的回复').waitFor()
  await shot(page, `suggest-${name}`)
  await looked(page)
  await page.getByRole('button', { name: '放进回复框' }).first().click()
  await expect.poll(() => page.locator('.compose textarea').first().inputValue()).not.toBe('')

  await page.getByText('翻译', { exact: true }).click()
  await page.getByRole('button', { name: '译成英文' }).click()
  await page.getByText('Can I leave the city').waitFor()
  await shot(page, `translate-${name}`)
  await looked(page)
})

test.each([
  ['phone-light', { viewport: phone }],
  ['desktop-dark', { viewport: desktop, colorScheme: 'dark' as const }],
])('a coordinator reads what was sent by giving a reason: %s', async (name, options) => {
  model.answer = ({ input }) => ('talk' in input ? { ...draft, answer: '您有权保持沉默。' } : {})
  const id = await talk()
  const zhang = await desk.signIn('zhang')
  expect((await zhang.post(`/conversations/${id}/draft`)).status).toBe(503)
  await zhang.put(`/conversations/${id}/record`, { ...draft, answer: '已答' })
  await zhang.post(`/conversations/${id}/close`, { outcome: 'answered' })
  await desk.settle()
  const page = await come(options)
  await signIn(page, desk, 'chen')
  await page.getByRole('button', { name: '退出登录' }).waitFor()
  await page.goto(`${desk.url}/console/assist`)
  await page.getByText('解答没有写实质内容').waitFor()
  await page.getByText('内容不合规，没有给人看').waitFor()
  await shot(page, `coordinator-${name}`)
  await looked(page)
  await page
    .getByRole('listitem')
    .filter({ hasText: '起草记录' })
    .getByRole('button', { name: '看送出的原话' })
    .click()
  await page.getByLabel('查看的理由（会留下记录）').fill('抽查')
  await page.getByRole('button', { name: /^查\s*看$/ }).click()
  await page.getByText('"talk"').waitFor()
  await shot(page, `sent-${name}`)
  await looked(page)
})
