import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { TestDesk } from '../harness.ts'
import { pdfText } from '../pdf-text.ts'
import { accessible, desktop, people, signIn } from './browser.ts'

let desk: TestDesk
const come = people(async () => {
  desk = await TestDesk.open()
  // A browser's people live in real time.
  desk.now = Date.now()
  return desk
})

describe('side by side', () => {
  test('a client writes on a small phone; the lawyer takes it, answers, records, closes', async () => {
    const client = await come()
    await client.goto(desk.url)
    await client.getByRole('link', { name: /和值班律师说/ }).click()
    await client.getByText('任何人都不能向您收钱').first().waitFor()
    await client.getByLabel('写给值班律师').fill('明天9点派出所叫我去')
    await client.getByRole('button', { name: '发送' }).click()
    await client.getByText('正在请值班律师接待您').waitFor()

    const lawyer = await come()
    await signIn(lawyer, desk, 'zhang')
    await lawyer.getByText('有一位当事人等候').waitFor()
    expect(await lawyer.locator('.offer').textContent()).not.toContain('派出所')
    await lawyer.getByRole('button', { name: /接\s*单/ }).click()
    await lawyer.getByText('明天9点派出所叫我去').waitFor()

    await client.getByText('14201201010000001').waitFor()
    await lawyer.getByLabel('写给当事人').fill('您好，先问清楚是什么事')
    await lawyer.getByRole('button', { name: /发\s*送/ }).click()
    await client.getByText('您好，先问清楚是什么事').waitFor()
    await client.getByLabel('写给值班律师').fill('好的，谢谢')
    await client.getByRole('button', { name: '发送' }).click()
    await lawyer.getByText('好的，谢谢').waitFor()

    await lawyer.getByLabel('涉嫌的罪名').fill('不详')
    await lawyer.getByLabel('咨询的法律问题').fill('被叫去派出所怎么办')
    await lawyer.getByLabel('提供的法律解答').fill('问清身份，按时去，核对笔录')
    await lawyer.getByText('已保存').waitFor()
    await lawyer.getByRole('button', { name: /结\s*束/ }).click()
    await client.getByText('这次咨询结束了').waitFor()
    await accessible(client)
  })

  test('two lawyers tap at once: one has it, the other reads who does', async () => {
    desk.now = Date.now()
    const chat = await desk.openChat()
    await chat.write('律师')
    await desk.pass(9)
    const [zhang, li] = [await come(), await come()]
    await signIn(zhang, desk, 'zhang')
    await signIn(li, desk, 'li')
    const take = (page: Page) => page.getByRole('button', { name: /接\s*单/ })
    await take(zhang).waitFor()
    await take(li).waitFor()
    // Both fingers come down before either screen can change.
    const tap = (page: Page) => take(page).evaluate((button: HTMLElement) => button.click())
    await Promise.all([tap(zhang), tap(li)])
    await expect
      .poll(
        async () =>
          (await zhang.getByLabel('写给当事人').count()) +
          (await li.getByLabel('写给当事人').count()),
      )
      .toBe(1)
    await expect.poll(async () => (await take(zhang).count()) + (await take(li).count())).toBe(0)
    const loser = (await zhang.getByLabel('写给当事人').count()) === 1 ? li : zhang
    await loser
      .getByText(/已由(张敏|李伟|同事)接待/)
      .first()
      .waitFor()
  })

  test('the signal drops: what is written then arrives once, in order, when it returns', async () => {
    const client = await come()
    await client.goto(`${desk.url}/chat?to=lawyer`)
    await client.getByLabel('写给值班律师').fill('第一句')
    await client.getByRole('button', { name: '发送' }).click()
    await client.getByText('正在请值班律师接待您').waitFor()
    await client.context().setOffline(true)
    for (const words of ['第二句', '第三句']) {
      await client.getByLabel('写给值班律师').fill(words)
      await client.getByRole('button', { name: '发送' }).click()
    }
    await client.context().setOffline(false)
    const zhang = await desk.signIn('zhang')
    await zhang.takeFirst()
    const seen = async () => {
      const { items } = (await zhang.get('/conversations')).body
      const { events } = (await zhang.get(`/conversations/${items[0].id}`)).body
      return events
        .filter((e: any) => e.actor === 'client' && e.text?.startsWith('第'))
        .map((e: any) => e.text)
    }
    await expect.poll(seen, { timeout: 15_000 }).toEqual(['第一句', '第二句', '第三句'])
    await expect.poll(() => client.locator('#talk .pending').count(), { timeout: 15_000 }).toBe(0)
    expect(await client.locator('#talk .client').count()).toBe(3)
  })

  test('the server restarts in the middle of a talk; both go on as if nothing had been', async () => {
    const client = await come()
    await client.goto(`${desk.url}/chat?to=lawyer`)
    await client.getByLabel('写给值班律师').fill('律师')
    await client.getByRole('button', { name: '发送' }).click()
    await client.getByText('正在请值班律师接待您').waitFor()
    const lawyer = await come()
    await signIn(lawyer, desk, 'zhang')
    await lawyer.getByRole('button', { name: /接\s*单/ }).click()
    await client.getByText('14201201010000001').waitFor()
    await desk.restart()
    await lawyer.getByLabel('写给当事人').fill('我还在')
    await lawyer.getByRole('button', { name: /发\s*送/ }).click()
    await client.getByText('我还在').waitFor({ timeout: 15_000 })
    expect(await client.getByText('我还在').count()).toBe(1)
  })
})

test.each([true, false])(
  'what is named can be tapped, and leads to our own pages: script %s',
  async (script) => {
    const client = await come({ javaScriptEnabled: script })
    await client.goto(`${desk.url}/chat?to=lawyer`)
    await client.getByLabel('写给值班律师').fill('我看到 https://example.com/a/b 说要交钱')
    await client.getByRole('button', { name: '发送' }).click()
    await client.getByText('正在请值班律师接待您').waitFor()
    const zhang = await desk.signIn('zhang')
    const { conversation } = (await zhang.takeFirst()).body
    await zhang.say(
      conversation,
      '先看 /learn/plea-process，别信 https://evil.example/pay 和 https://evil.example/a/x',
    )
    if (!script) await client.reload()
    await client.getByText('别信').waitFor()
    const links = client.locator('#talk a')
    const named = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(named).toEqual(['/privacy', '/learn/plea-process', '/a/x'])
    await client.getByRole('link', { name: '/learn/plea-process' }).click()
    await client.getByRole('heading', { name: '认罪认罚从宽是怎么回事' }).waitFor()
  },
)

describe('without script', () => {
  test('leave a question, come back, read the answer', async () => {
    const client = await come({ javaScriptEnabled: false })
    await client.goto(`${desk.url}/chat`)
    await client.getByText('任何人都不能向您收钱').first().waitFor()
    await client.getByLabel('写给值班律师').fill('取保候审能不能去外地')
    await client.getByRole('button', { name: '发送' }).click()
    await client.getByText('正在请值班律师接待您').waitFor()
    const zhang = await desk.signIn('zhang')
    const { conversation } = (await zhang.takeFirst()).body
    await zhang.say(conversation, '要先申请批准')
    await client.getByRole('link', { name: '看有没有新回复' }).click()
    await client.getByText('要先申请批准').waitFor()
    expect(await client.getByText('取保候审能不能去外地').count()).toBe(1)
    expect(client.url()).not.toContain(encodeURIComponent('取保'))
    await client.locator('#talk').getByRole('link', { name: '/privacy' }).click()
    await client.getByRole('heading', { name: '您的信息怎么处理' }).waitFor()
  })
})

describe('the coordinator', () => {
  test('sees what happened second by second, and reads the words by giving a reason that is kept', async () => {
    const chat = await desk.openChat()
    await chat.write('我的秘密')
    await chat.write('律师')
    const page = await come({ viewport: desktop })
    await signIn(page, desk, 'chen')
    await page.getByText('当事人').first().click()
    await page.getByText('请求值班律师').waitFor()
    expect(await page.getByText('我的秘密').count()).toBe(0)
    await page.getByLabel(/阅读理由/).fill('投诉：没人回电')
    await page.getByRole('button', { name: '阅读内容' }).click()
    await page.getByText('我的秘密').waitFor()
    await page.getByText('投诉：没人回电').last().waitFor()
    await accessible(page)
    const file = await page.pdf({ preferCSSPageSize: true })
    // Chromium writes some characters as their radicals' twins.
    const paper = (await pdfText(new Uint8Array(file).buffer)).text.normalize('NFKC')
    expect(paper).toContain('陈静打印于')
    expect(paper).toContain('阅读理由:投诉:没人回电')
    expect(paper).toContain('我的秘密')
    expect(paper).not.toContain('标记关注')
  })
})

describe('pages', () => {
  test('a client’s page loads under 30 KB of script and style', async () => {
    const { gzipSync } = await import('node:zlib')
    const page = await (await fetch(`${desk.url}/chat`)).text()
    const files = [...page.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map((m) => m[1] ?? '')
    expect(files).toHaveLength(2)
    let bytes = 0
    for (const file of files) {
      bytes += gzipSync(Buffer.from(await (await fetch(desk.url + file)).arrayBuffer())).length
    }
    expect(bytes).toBeLessThan(30 * 1024)
  })
})
