import { existsSync, mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterEach, beforeEach, expect } from 'vitest'
import type { TestDesk } from '../harness.ts'

/** The browser a machine has; where it has none the tests fail rather than skip. */
const executable = process.env.CHROMIUM ?? '/usr/bin/chromium'

let running: Promise<Browser> | null = null

/** One for all files of a process; it ends with the process. */
export const openBrowser = (): Promise<Browser> => (running ??= launch())

async function launch(): Promise<Browser> {
  if (!existsSync(executable)) {
    throw new Error(
      `no browser at ${executable}: apt-get install chromium fonts-noto-cjk, or set CHROMIUM`,
    )
  }
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

export const phone = { width: 360, height: 740 }
export const desktop = { width: 1440, height: 900 }

export interface Visitor {
  context: BrowserContext
  page: Page
  /** What the page complained of: script errors, refused loads. */
  complaints: string[]
}

export async function visit(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    // What slides is clicked beside by a busy machine.
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/401|409|Failed to load resource/.test(message.text())) {
      complaints.push(message.text())
    }
  })
  return { context, page, complaints }
}

/** A desk for each test, and people who come to it; what their pages complained of fails the test. */
export function people(
  open: () => Promise<{ close(): Promise<void> }>,
  forgiven: (complaint: string) => boolean = () => false,
): (options?: Parameters<typeof visit>[1]) => Promise<Page> {
  let desk: { close(): Promise<void> }
  let visitors: Visitor[] = []
  beforeEach(async () => {
    visitors = []
    desk = await open()
  })
  afterEach(async () => {
    for (const { context } of visitors) await context.close()
    await desk.close()
    const complaints = visitors.flatMap((visitor) => visitor.complaints)
    expect(complaints.filter((one) => !forgiven(one))).toEqual([])
  })
  return async (options = {}) => {
    const visitor = await visit(await openBrowser(), options)
    visitors.push(visitor)
    return visitor.page
  }
}

/** Cookies as a browser sends them, kept by this one. */
export const keep = (context: BrowserContext, cookies: string, url: string): Promise<void> =>
  context.addCookies(
    cookies.split('; ').flatMap((one) => {
      const [name = '', value = ''] = one.split(/=(.*)/s)
      return name ? [{ name, value, url }] : []
    }),
  )

export async function signIn(page: Page, desk: TestDesk, username: string): Promise<void> {
  await page.goto(`${desk.url}/console`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(`${username}-password`)
  await page.getByRole('button', { name: /登\s*录/ }).click()
}

/** Goes to a screen by its name in the navigation, which a phone folds away beyond the first few. */
export async function toScreen(page: Page, name: string): Promise<void> {
  await page.locator('nav.side').waitFor()
  const link = page.getByRole('link', { name, exact: true, includeHidden: true })
  if (!(await link.isVisible())) await page.getByRole('button', { name: '更多' }).click()
  await link.click()
}

/** WCAG 2.2 AA and good practice, by axe; `within` a part of the page, where the rest has been looked at elsewhere. */
export async function accessible(page: Page, where = '', within?: string): Promise<void> {
  // In the page itself: there are no frames of other origins, for which axe opens a page of its own each time.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode()
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
  // A page that fails keeps nobody from seeing how the next fares.
  expect
    .soft(
      violations.map(({ id, nodes }) => `${where} ${id}: ${nodes.map((n) => n.html).join(' ')}`),
    )
    .toEqual([])
}

/** Nothing is wider than the screen. */
export async function fits(page: Page, where = ''): Promise<void> {
  const [wide, seen] = (await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )) as [number, number]
  expect.soft(`${where} ${Math.max(wide, seen)}`).toBe(`${where} ${seen}`)
}

/** Set SHOTS to a folder to look at what a test saw. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, animations: 'disabled' })
}
