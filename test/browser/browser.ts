import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { TestDesk } from '../harness.ts'

/** The browser a machine has; where it has none the tests fail rather than skip. */
const executable = process.env.CHROMIUM ?? '/usr/bin/chromium'

export async function openBrowser(): Promise<Browser> {
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
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', ...options })
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
