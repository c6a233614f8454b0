import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadContent } from '../../src/setup/files.ts'
import { pageOf } from '../../src/simulate/page/page.ts'
import { rehearse } from '../../src/simulate/rehearse.ts'
import { reportOf } from '../../src/simulate/report.ts'
import { defaultScenario, office } from '../../src/simulate/scenario.ts'
import { always, desk, lawyer } from '../desk/fixture.ts'
import { accessible, desktop, openBrowser, phone, visit } from './browser.ts'

let browser: Browser
let folder: string
let url: string
beforeAll(async () => {
  browser = await openBrowser()
  folder = mkdtempSync(join(tmpdir(), 'zhiban-rehearsal-'))
  const house = {
    ...desk(
      [lawyer('a', { name: '</script><b>张敏' }), lawyer('b')],
      [always('a'), { ...always('b'), from: '08:00', to: '20:00' }],
    ),
    name: '江城<市>',
  }
  const scenario = {
    ...defaultScenario,
    from: Date.UTC(2026, 10, 22, 16),
    hours: 24,
    rate: 6,
    profile: office,
    written: { ...defaultScenario.written, share: 0.2 },
  }
  const rehearsal = { desk: house, content: loadContent(), scenario, seed: 7, runs: 2 }
  const report = reportOf(rehearsal, rehearse(rehearsal), {
    compare: true,
    target: { share: 0.8, seconds: 60 },
  })
  const file = join(folder, 'simulate.html')
  writeFileSync(file, pageOf(report))
  url = pathToFileURL(file).href
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  { viewport: phone, colorScheme: 'light' as const },
  { viewport: phone, colorScheme: 'dark' as const },
  { viewport: desktop, colorScheme: 'light' as const },
  { viewport: desktop, colorScheme: 'dark' as const },
])('the page opens from a file, offline, draws its charts and reads well: %j', async (options) => {
  const { context, page, complaints } = await visit(browser, { ...options, offline: true })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(url)
  for (const language of ['zh-CN', 'en']) {
    const main = page.locator(`main[lang="${language}"]`)
    await main.locator('.chart.staffing svg').waitFor()
    expect(await main.locator('.chart').count()).toBe(6)
    expect(await main.locator('.chart svg').count()).toBe(6)
    expect(await main.locator('section:has(.chart) table').count()).toBe(5)
    expect(await page.locator('main:visible').count()).toBe(1)
    expect(await page.evaluate('document.documentElement.lang')).toBe(language)
    const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(wider)).toBe(0)
    await accessible(page, language)
    if (language === 'zh-CN') await page.getByRole('link', { name: 'English' }).click()
  }
  expect(await page.title()).toBe('江城<市>: a rehearsal')
  expect(asked.filter((request) => !request.startsWith('file:'))).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('without a script the tables are there, in Chinese', async () => {
  const { context, page } = await visit(browser, { javaScriptEnabled: false })
  await page.goto(url)
  await page.getByRole('cell', { name: /%/ }).first().waitFor()
  expect(await page.locator('main:visible').getAttribute('lang')).toBe('zh-CN')
  await context.close()
})
