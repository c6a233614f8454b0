import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { chapters } from '../../src/web/public/learn-pages.ts'
import { TestDesk } from '../harness.ts'
import { accessible, desktop, people, phone } from './browser.ts'

/** The explainer in a browser: walked in the chat, and read as pages, with script and without. */

let desk: TestDesk
const come = people(async () => {
  desk = await TestDesk.open()
  desk.now = Date.now()
  return desk
})

const walks = {
  'zh-CN': {
    path: '/chat',
    learn: '了解认罪认罚',
    steps: [
      '认罪、认罚各指什么',
      '什么是自愿的',
      '从宽看什么',
      '要签什么',
      '有哪几种程序',
      '能反悔吗',
      '可以找谁问',
      '要点',
    ],
    ends: ['谁也不能强迫', '反悔可以', '值班律师，免费'],
    seen: '看过 9 / 9 步',
    law: '依据',
    lawyer: '和值班律师说',
    waiting: '正在请值班律师接待您',
  },
  en: {
    path: '/chat?lang=en',
    learn: 'About pleading guilty',
    steps: [
      'What the words mean',
      'What is voluntary',
      'What leniency depends on',
      'What is signed',
      'The procedures',
      'Can I change my mind',
      'Who I can ask',
      'The key points',
    ],
    ends: ['Nobody may force you', 'change your mind', 'the duty lawyer, free'],
    seen: '9 of 9 steps read',
    law: 'Based on',
    lawyer: 'Talk to the duty lawyer',
    waiting: 'I am asking the duty lawyer',
  },
}

describe.each(['zh-CN', 'en'] as const)('the plea process (%s)', (language) => {
  const { path, learn, steps, ends, seen, law, lawyer, waiting } = walks[language]

  test.each([true, false])('in the chat to the end, script %s', async (javaScriptEnabled) => {
    const page = await come({ javaScriptEnabled, locale: language })
    await page.goto(desk.url + path)
    await page.getByRole('button', { name: learn, exact: true }).click()
    for (const [index, step] of steps.entries()) {
      await expect.poll(() => page.locator('.step').count()).toBe(index + 1)
      await page.getByRole('button', { name: step, exact: true }).click()
    }
    const last = page.locator('.step').last()
    await last.getByText(seen).waitFor()
    for (const told of ends) expect(await last.textContent()).toContain(told)
    const term = last.locator('details.term').first()
    expect(await term.locator('span').isVisible()).toBe(false)
    await term.locator('summary').click()
    expect(await term.locator('span').isVisible()).toBe(true)
    await last.locator('details.cites summary', { hasText: law }).click()
    expect(await last.locator('details.cites li').count()).toBeGreaterThan(1)
    if (javaScriptEnabled) await accessible(page)
    await page.getByRole('button', { name: lawyer, exact: true }).click()
    await page.getByText(waiting).waitFor()
  })
})

describe('/learn', () => {
  test.each(['zh-CN', 'en'] as const)(
    'every chapter is whole without script, and accessible (%s)',
    async (language) => {
      const page = await come({ viewport: language === 'en' ? desktop : phone, locale: language })
      const plain = await come({ javaScriptEnabled: false, locale: language })
      for (const path of [
        ...chapters.map((id) => `/learn/${id}`),
        '/learn/words',
        '/learn/rights?stage=trial_first',
      ]) {
        await page.goto(desk.url + path)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        expect(await page.locator('h1').count()).toBe(1)
        await accessible(page)
        await plain.goto(desk.url + path)
        expect(await plain.locator('main').textContent()).toBe(
          await page.locator('main').textContent(),
        )
        const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect(wide).toBeLessThanOrEqual(0)
      }
    },
  )

  test('every link within it leads to a section that is there', async () => {
    const page = await come()
    for (const id of chapters) {
      await page.goto(`${desk.url}/learn/${id}`)
      const hrefs: string[] = await page
        .locator('main a')
        .evaluateAll((links: any[]) => links.map((link) => link.href))
      for (const href of new Set(hrefs)) {
        const url = new URL(href)
        if (!url.pathname.startsWith('/learn')) continue
        const answer = await fetch(href, { headers: { 'accept-language': 'zh-CN' } })
        expect(answer.status).toBe(200)
        if (url.hash) expect(await answer.text()).toContain(`id="${url.hash.slice(1)}"`)
      }
    }
    expect((await fetch(`${desk.url}/learn/nothing`)).status).toBe(404)
  })

  test('says honestly that no lawyer has reviewed it yet', async () => {
    const page = await come()
    await page.goto(`${desk.url}/learn`)
    await page.getByText('还没有全部经律师审定').waitFor()
  })

  test('in English by the browser’s wish; changing language keeps the page and its stage', async () => {
    const page = await come({ locale: 'en' })
    await page.goto(`${desk.url}/learn/rights?stage=investigation&org=A`)
    await page.getByRole('heading', { name: 'My rights' }).waitFor()
    await page.getByRole('link', { name: '中文' }).click()
    await page.getByRole('heading', { name: '侦查阶段' }).waitFor()
    expect(page.url()).toContain('org=A')
  })

  test('the sheet of rights prints on one page, its code leads back to it', async () => {
    const page = await come()
    await page.goto(
      `${desk.url}/learn/rights?stage=prosecution_review&org=${encodeURIComponent('江城区人民检察院')}`,
    )
    await page.getByText('发放：江城区人民检察院').waitFor()
    expect(await page.locator('svg[role=img]').count()).toBe(1)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
  })
})

test('script and style of the chat stay under 30 KB as they travel', () => {
  const folder = join(import.meta.dirname, '../../src/web/public/static')
  const bytes = ['chat.js', 'step.js', 'public.css'].map(
    (name) => gzipSync(readFileSync(join(folder, name))).length,
  )
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(30_000)
})
