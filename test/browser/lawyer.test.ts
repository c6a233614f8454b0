import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestDesk } from '../harness.ts'
import { bookingDesk, byAppointment } from '../story/appointment-desk.ts'
import { accessible, desktop, fits, openBrowser, signIn, type Visitor, visit } from './browser.ts'

/** The lawyer's day on a phone: what comes, a colleague asked in, a call with big keys. One desk for all of it. */

let browser: Browser
let desk: TestDesk
const visitors: Visitor[] = []
beforeAll(async () => {
  browser = await openBrowser()
  desk = await TestDesk.open(
    bookingDesk({ noticeMinutes: 0 }, [byAppointment('zhang', { from: '00:00', to: '24:00' })]),
  )
  desk.now = Date.now()
})
afterAll(async () => {
  for (const { context } of visitors) await context.close()
  await desk.close()
  expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([])
})

async function come(options: Parameters<typeof visit>[1] = {}): Promise<Page> {
  const visitor = await visit(browser, options)
  visitors.push(visitor)
  return visitor.page
}

async function sound(page: Page, where: string): Promise<void> {
  await accessible(page, where)
  await fits(page, where)
}

test('a colleague is asked in, is shown to the client, writes under her own name, and leaves', async () => {
  const client = await come()
  await client.goto(`${desk.url}/chat?to=lawyer`)
  await client.getByLabel('写给值班律师').fill('三个人一起的案子，我该先说吗')
  await client.getByRole('button', { name: '发送' }).click()
  const [zhang, li] = [await come({ viewport: desktop }), await come({ colorScheme: 'dark' })]
  await signIn(zhang, desk, 'zhang')
  await zhang.getByRole('button', { name: /接\s*单/ }).click()
  await signIn(li, desk, 'li')
  await zhang.getByRole('button', { name: '请同事加入' }).click()
  await zhang.getByRole('button', { name: '李伟' }).click()
  await zhang.getByText('已请李伟加入，还没有答复').waitFor()

  await li.getByText('张敏请您一起接待一位当事人').waitFor()
  expect(await li.getByText('三个人一起').count()).toBe(0)
  await sound(li, 'asked')
  await li.getByRole('button', { name: /加\s*入/ }).click()
  await li.getByText('三个人一起的案子').waitFor()
  await client.getByText('一起帮助您的值班律师').waitFor()
  await li.getByLabel('写给当事人').fill('我做过这类案子，先听张律师的')
  await li.getByRole('button', { name: /^发\s*送$/ }).click()
  await client.getByText('值班律师 李伟').waitFor()
  await zhang.getByText('李伟也在这个对话里').waitFor()
  await zhang.getByText('我做过这类案子').waitFor()
  expect(await li.getByLabel('涉嫌的罪名').count()).toBe(0)
  await sound(li, 'beside')
  await li.getByRole('button', { name: '离开这个对话' }).click()
  await client.getByText('值班律师李伟离开了对话').waitFor()
  await li.getByText('现在没有当事人').waitFor()
})

test('the home says what being on means, till when, and what comes', async () => {
  const zhang = await desk.signIn('zhang')
  const { items } = (await zhang.get('/conversations')).body
  const slots = (await zhang.get(`/slots?conversation=${items[0].id}`)).body.items
  await zhang.post('/appointments', { conversation: items[0].id, slot: slots.at(-1).id })
  const page = await come()
  await signIn(page, desk, 'zhang')
  const ahead = page.getByRole('region', { name: '接下来' })
  await ahead.getByText('已约').waitFor()
  await ahead.getByText(/下一班：|两周内没有/).waitFor()
  await page.getByText('来电会响您的手机').waitFor()
  await page.getByRole('button', { name: '暂停30分钟' }).click()
  await page.getByText('现在不派单给您').waitFor()
  const { presenceUntil } = (await zhang.get('/me')).body
  const until = new Date(presenceUntil).toLocaleTimeString('sv-SE', {
    timeZone: 'Asia/Shanghai',
    timeStyle: 'short',
  })
  await page.getByRole('switch', { name: `暂停中 · 电话和网络 · 至${until}` }).click()
  await page.getByText('来电会响您的手机').waitFor()
  await sound(page, 'home')
})

test('a call: the time runs, and the keys lead to record, checklist, a time, the right place', async () => {
  await (await desk.signIn('li')).post('/presence', { state: 'off' })
  const zhang = await come()
  await signIn(zhang, desk, 'zhang')
  const call = desk.carrier.dial('+8613912345678')
  await desk.settle()
  call.press('1')
  await desk.settle()
  await zhang.getByRole('button', { name: /接\s*单/ }).click()
  const keys = zhang.getByRole('group', { name: '通话时' })
  await keys.getByRole('button', { name: '写记录' }).click()
  await expect
    .poll(() => zhang.getByLabel('涉嫌的罪名').evaluate((one) => one === document.activeElement))
    .toBe(true)
  await sound(zhang, 'call')
  await keys.getByRole('button', { name: '约时间' }).click()
  await zhang.getByRole('dialog').getByText('选一个时间').waitFor()
  await zhang.keyboard.press('Escape')
  await keys.getByRole('button', { name: '告诉当事人该去哪里' }).click()
  await zhang.getByRole('button', { name: '申请法律援助' }).waitFor()
  await zhang.keyboard.press('Escape')
  await (await desk.signIn('wang')).post('/presence', { state: 'on' })
  await keys.getByRole('button', { name: '转交给同事' }).click()
  await zhang.getByRole('dialog').getByRole('button', { name: '王芳' }).waitFor()
})
