import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { desktop, openBrowser, phone, signIn, visit } from '../test/browser/browser.ts'
import { TestDesk } from '../test/harness.ts'

/** Walks the main job in two browsers and keeps what they show in docs/screenshots: `npm run shots`. */

const folder = join(import.meta.dirname, '..', 'docs', 'screenshots')
const browser = await openBrowser()
const desk = await TestDesk.open()
// So that the wait on the offer is one worth showing.
desk.now = Date.now() - 80_000

const shot = (page: Page, name: string, fullPage = false) =>
  page.screenshot({ path: join(folder, `${name}.png`), fullPage, animations: 'disabled' })
const come = async (viewport: typeof phone, colorScheme: 'light' | 'dark' = 'light') =>
  (await visit(browser, { viewport, colorScheme, deviceScaleFactor: viewport === phone ? 2 : 1 }))
    .page

for (const scheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of [
    ['360', phone],
    ['1440', desktop],
  ] as const) {
    const page = await come(viewport, scheme)
    for (const [name, path] of [
      ['home', '/'],
      ['today', '/today'],
      ['learn', '/learn'],
      ['rights', '/learn/rights?stage=prosecution_review&org=江城区人民检察院'],
      ['chat-start', '/chat?to=lawyer'],
      ['sign-in', '/console'],
    ] as const) {
      await page.goto(desk.url + path)
      if (name === 'sign-in') await page.getByLabel('密码').waitFor()
      await shot(page, `${name}-${size}-${scheme}`)
    }
  }
}

const reader = await come(phone)
await reader.goto(`${desk.url}/chat`)
await reader.getByRole('button', { name: '了解认罪认罚' }).click()
await reader.getByRole('button', { name: '认罪、认罚各指什么' }).click()
const step = reader.locator('.step').nth(1)
await step.locator('details.term summary').first().click()
await step.locator('details.cites summary').click()
await step.scrollIntoViewIfNeeded()
await shot(reader, 'learn-in-chat-360')

const client = await come(phone)
await client.goto(`${desk.url}/chat?to=lawyer`)
await client.getByLabel('写给值班律师').fill('明天9点派出所叫我去，没说什么事，我该怎么办')
await client.getByRole('button', { name: '发送' }).click()
await client.getByText('正在请值班律师接待您').waitFor()
await shot(client, 'client-waiting-360', true)

const lawyer = await come(phone)
const wide = await come(desktop)
await signIn(lawyer, desk, 'zhang')
await lawyer.getByText('有一位当事人等候').waitFor()
await lawyer.waitForTimeout(500)
await shot(lawyer, 'lawyer-offer-360')
await lawyer.getByRole('button', { name: /接\s*单/ }).click()
await lawyer
  .getByLabel('写给当事人')
  .fill('您好，我是值班律师张敏。先问清楚：您是作为嫌疑人还是证人？哪个派出所、哪位民警？')
await lawyer.getByRole('button', { name: /发\s*送/ }).click()
await client.getByText('您好，我是值班律师张敏').waitFor()
await client.getByLabel('写给值班律师').fill('电话里没说，只说让我明天9点去解放路派出所')
await client.getByRole('button', { name: '发送' }).click()
await lawyer.getByText('解放路派出所').waitFor()
await lawyer.getByLabel('涉嫌的罪名').fill('不详')
await lawyer.getByLabel('咨询的法律问题').fill('接到派出所电话，不知是嫌疑人还是证人，怎么办')
await lawyer
  .getByLabel('提供的法律解答')
  .fill('打公开电话核实；带身份证按时去；问清身份；笔录核对后再签名；可以要求约见值班律师')
await lawyer.getByText('已保存').waitFor()
await lawyer.evaluate('scrollTo(0, 0)')
await shot(lawyer, 'lawyer-talk-360')
await shot(lawyer, 'lawyer-talk-360-whole', true)
await client.evaluate('scrollTo(0, document.body.scrollHeight)')
await shot(client, 'client-talk-360')

await wide.goto(`${desk.url}/console`)
await signIn(wide, desk, 'zhang')
await wide.getByText('当事人').first().click()
await wide.getByLabel('写给当事人').waitFor()
await shot(wide, 'lawyer-talk-1440')

const other = await desk.openChat()
await other.write('律师')
const coordinator = await come(desktop)
await signIn(coordinator, desk, 'chen')
await coordinator.getByText('当事人').first().waitFor()
await shot(coordinator, 'coordinator-now-1440')
await coordinator.getByRole('link', { name: '对话', exact: true }).click()
await coordinator.getByText('共 2 条').waitFor()
await shot(coordinator, 'coordinator-list-1440')
await coordinator.locator('.rows a', { hasText: '张敏' }).click()
await coordinator.getByLabel(/阅读理由/).fill('投诉：没人回电')
await coordinator.getByRole('button', { name: '阅读内容' }).click()
await coordinator.getByText('解放路派出所').waitFor()
await coordinator.getByText('投诉：没人回电').last().waitFor()
await shot(coordinator, 'coordinator-timeline-1440', true)

for (const scheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of [
    ['360', phone],
    ['1440', desktop],
  ] as const) {
    const [chen, zhang] = [await come(viewport, scheme), await come(viewport, scheme)]
    await signIn(chen, desk, 'chen')
    await chen.locator('.tiles').waitFor()
    for (const [name, path] of [
      ['now', ''],
      ['conversations', '/conversations'],
      ['figures', '/figures'],
      ['settings', '/settings'],
    ] as const) {
      await chen.goto(`${desk.url}/console${path}`)
      await chen.locator('main h1').waitFor()
      if (name === 'figures') await chen.locator('canvas').first().waitFor()
      await shot(chen, `coordinator-${name}-${size}-${scheme}`, true)
    }
    await signIn(zhang, desk, 'zhang')
    await zhang.locator('main h1').waitFor()
    await shot(zhang, `lawyer-home-${size}-${scheme}`)
  }
}

await browser.close()
await desk.close()
