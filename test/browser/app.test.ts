import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { TestDesk } from '../harness.ts'
import { desktop, people, signIn } from './browser.ts'

/** The lawyer's phone and the coordinator's desk, in real browsers on a real server. */

let desk: TestDesk
const come = people(
  async () => {
    desk = await TestDesk.open()
    desk.now = Date.now()
    return desk
  },
  (complaint) => /ERR_|WebSocket|fetch/i.test(complaint),
)

async function take(page: Page): Promise<void> {
  await page.getByRole('button', { name: /接\s*单/ }).click()
  await page.getByLabel('写给当事人').waitFor()
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('写给当事人').fill(words)
  await page.getByRole('button', { name: /^发\s*送$/ }).click()
}

describe('a lawyer’s words', () => {
  test('are kept while the desk is away and the page is closed, and arrive once, in order', async () => {
    const chat = await desk.openChat()
    await chat.write('律师')
    const lawyer = await come()
    await signIn(lawyer, desk, 'zhang')
    await take(lawyer)
    await say(lawyer, '第一句')
    await expect.poll(() => chat.texts('lawyer')).toEqual(['第一句'])
    await lawyer.context().setOffline(true)
    await say(lawyer, '第二句')
    await say(lawyer, '第三句')
    await lawyer.getByText('等待发送').first().waitFor()
    await lawyer.getByText('网络断了').waitFor()
    await lawyer.getByLabel('写给当事人').fill('写了一半')
    // The desk restarts, and the lawyer's page is gone and comes back, before there is a connection again.
    await desk.restart()
    await lawyer.context().setOffline(false)
    await lawyer.reload()
    await expect
      .poll(() => chat.texts('lawyer'), { timeout: 20_000 })
      .toEqual(['第一句', '第二句', '第三句'])
    expect(await lawyer.getByLabel('写给当事人').inputValue()).toBe('写了一半')
    await lawyer.getByText('第三句').waitFor()
    await expect.poll(() => lawyer.locator('.pending').count()).toBe(0)
    expect(await lawyer.getByText('第二句').count()).toBe(1)
  })

  test('of money are held up with the article before they go', async () => {
    const chat = await desk.openChat()
    await chat.write('律师')
    const lawyer = await come()
    await signIn(lawyer, desk, 'zhang')
    await take(lawyer)
    await say(lawyer, '请加我微信')
    await lawyer.getByRole('alert').getByText('第29条').first().waitFor()
    expect(await chat.texts('lawyer')).toEqual([])
    await lawyer.getByRole('button', { name: '改一改' }).click()
    await lawyer.getByRole('button', { name: '说明段落' }).click()
    await lawyer.getByLabel(/找一段/).fill('请不起律师')
    await lawyer
      .getByRole('button', { name: /发送 请不起律师/ })
      .first()
      .click()
    await expect.poll(async () => (await chat.texts('lawyer'))[0]).toMatch(/第\d+条/)
    expect(await lawyer.getByLabel('写给当事人').inputValue()).toBe('请加我微信')
  })

  test('the record is kept as it is typed; the client is handed over, or told where to go', async () => {
    const chat = await desk.openChat()
    await chat.write('律师')
    const lawyer = await come()
    await signIn(lawyer, desk, 'zhang')
    await take(lawyer)
    await lawyer.getByLabel('涉嫌的罪名').fill('盗窃')
    await lawyer.getByText('已保存').waitFor()
    await lawyer.reload()
    expect(await lawyer.getByLabel('涉嫌的罪名').inputValue()).toBe('盗窃')
    await lawyer.getByRole('button', { name: '告诉当事人该去哪里' }).click()
    await lawyer.getByRole('button', { name: '申请法律援助' }).click()
    await lawyer
      .getByRole('dialog')
      .getByRole('button', { name: /发\s*送/ })
      .click()
    await expect.poll(async () => (await chat.texts('desk')).at(-1)).toContain('请不起律师')
    await lawyer.getByRole('button', { name: '转交给同事' }).click()
    await lawyer.getByRole('button', { name: '李伟' }).click()
    await lawyer.getByRole('button', { name: /确\s*定/ }).click()
    await lawyer.getByText('现在没有当事人').waitFor()
    const cards = (await chat.events()).filter(({ type }) => type === 'card')
    expect(cards.map(({ name }) => name)).toEqual(['张敏', '李伟'])
  })
})

describe('the coordinator', () => {
  test('sees who waits, calls the backup, and finds the case by two characters', async () => {
    const chat = await desk.openChat()
    await chat.write('我被叫去派出所了')
    await chat.write('律师')
    await desk.settle()
    const chen = await come({ viewport: desktop })
    await signIn(chen, desk, 'chen')
    const waits = chen.locator('.tiles section', { hasText: '等候' }).first()
    await waits.getByText('当事人').waitFor()
    await chen.getByRole('button', { name: /呼叫备班/ }).click()
    await chen.getByText('王芳 ←').waitFor()
    const zhang = await desk.signIn('zhang')
    const { conversation } = (await zhang.takeFirst()).body
    await zhang.say(conversation, '带身份证，按时去')
    await chen.getByText('没有人在等').waitFor()

    await chen.getByRole('link', { name: '对话', exact: true }).click()
    await chen.getByLabel(/搜索内容/).fill('身份')
    await chen.getByText('共 1 条').waitFor()
    await chen.getByLabel(/搜索内容/).fill('没有这样的话')
    await chen.getByText('没有符合条件的对话').waitFor()
    await chen.getByLabel(/搜索内容/).fill('派出所')
    await chen.getByText('共 1 条').waitFor()
    await chen.getByRole('button', { name: '存为常用筛选' }).click()
    await chen.getByLabel('名称').fill('派出所的')
    await chen.getByRole('button', { name: /保\s*存/ }).click()
    await chen.getByRole('link', { name: '派出所的' }).waitFor()
    await chen.keyboard.press('Tab')
    await chen.locator('h1').click()
    await chen.keyboard.press('j')
    await chen.locator('[aria-current="true"]').waitFor()
    await chen.keyboard.press('Enter')
    await chen.getByText('呼叫备班').first().waitFor()
    expect(await chen.getByText('带身份证').count()).toBe(0)
    await chen.getByLabel(/阅读理由/).fill('抽查')
    await chen.getByRole('button', { name: '阅读内容' }).click()
    await chen.getByText('带身份证').waitFor()

    await chen.getByRole('link', { name: '数字' }).click()
    await chen.locator('canvas').first().waitFor()
    const [sheet] = await Promise.all([
      chen.waitForEvent('download'),
      chen.getByRole('link', { name: /下载表格/ }).click(),
    ])
    const text = readFileSync(await sheet.path(), 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text).toContain('张敏')

    await chen.getByRole('link', { name: '设置' }).click()
    await chen.getByLabel('网络派单等候（秒）').fill('45')
    await chen
      .getByRole('button', { name: /保\s*存/ })
      .first()
      .click()
    await chen.getByText('从现在起生效').waitFor()
    desk.telegram.blocked.add(4242)
    await chen.getByLabel('我的 Telegram 编号').fill('4242')
    await chen.getByRole('button', { name: '发给我 Telegram' }).click()
    await chen.getByText('重新点“开始”').waitFor()
    await chen.getByText('抽查').waitFor()
  })

  test('tells everybody on duty, and it stands on the lawyer’s page', async () => {
    const zhang = await come()
    await signIn(zhang, desk, 'zhang')
    await zhang.getByText('现在没有当事人').waitFor()
    const chen = await come({ viewport: desktop })
    await signIn(chen, desk, 'chen')
    await chen.getByLabel('通知所有在岗的人').fill('今晚21点维护')
    await chen.getByRole('button', { name: '发出通知' }).click()
    await zhang.getByText('今晚21点维护').waitFor()
    await zhang.getByRole('switch').click()
    await zhang.getByText(/已下岗/).waitFor()
    await chen.getByText('已下岗').waitFor()
    await zhang.getByRole('button', { name: '知道了' }).click()
    await expect.poll(() => zhang.getByText('今晚21点维护').count()).toBe(0)
  })
})

describe('the app', () => {
  test('the lawyer’s page loads in under 350 KB, compressed', async () => {
    const page = await come()
    const loaded = new Set<string>()
    page.on('response', (answer) => {
      const { pathname } = new URL(answer.url())
      if (pathname.startsWith('/console/assets/')) loaded.add(pathname)
    })
    await signIn(page, desk, 'zhang')
    await page.getByText('现在没有当事人').waitFor()
    const folder = join(import.meta.dirname, '..', '..', 'dist')
    let bytes = 0
    for (const path of loaded) bytes += gzipSync(readFileSync(join(folder, path))).length
    expect(loaded.size).toBeGreaterThan(3)
    expect(bytes).toBeLessThan(350 * 1024)
  })

  test('can be installed: a manifest, icons, and a worker over the whole app', async () => {
    const manifest = await (await fetch(`${desk.url}/console/manifest.webmanifest`)).json()
    for (const { src } of (manifest as { icons: { src: string }[] }).icons) {
      expect((await fetch(desk.url + src)).status).toBe(200)
    }
    const page = await come()
    await signIn(page, desk, 'zhang')
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
    expect(new URL(scope).pathname).toBe('/console')
    await page.getByText('现在没有当事人').waitFor()
    await page.reload()
    await page.context().setOffline(true)
    await page.reload()
    await page.locator('#root').waitFor({ state: 'attached' })
    await page.context().setOffline(false)
    await page.reload()
    await page.getByText('现在没有当事人').waitFor()
  })
})
