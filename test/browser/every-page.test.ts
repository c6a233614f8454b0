import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHAT_COOKIE } from '../../src/web/chat-cookie.ts'
import { accessible, desktop, fits, keep, openBrowser, phone, visit } from './browser.ts'
import { clientPages, coordinatorPages, lawyerPages, ownPages, type Shot } from './pages.ts'
import { openWorld, type World } from './world.ts'

/** Every page there is, with something on it: reads, fits, and complains of nothing. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Look = readonly [
  language: 'zh-CN' | 'en',
  colorScheme: 'light' | 'dark',
  viewport: typeof phone,
  other: typeof phone,
]

/** Each two of language, light and width meet; what is too wide is seen at both widths each time. */
const looks: Look[] = [
  ['zh-CN', 'light', phone, desktop],
  ['zh-CN', 'dark', desktop, phone],
  ['en', 'light', desktop, phone],
  ['en', 'dark', phone, desktop],
]

describe.each(looks)('%s, %s', (language, colorScheme, viewport, other) => {
  async function walk(cookies: string, base: string, pages: Shot[]): Promise<void> {
    const visitor = await visit(await openBrowser(), { viewport, colorScheme, locale: language })
    const { page, context } = visitor
    await context.addInitScript(
      (one) => localStorage.setItem('zhiban-console-language', one),
      language,
    )
    await keep(context, cookies, world.desk.url)
    for (const { name, path, ready } of pages) {
      await go(page, base + (base && path === '/' ? '' : path))
      await page.locator(ready).first().waitFor()
      await expect.poll(() => page.locator('.ant-skeleton').count(), { timeout: 15_000 }).toBe(0)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await look(page, name)
    }
    await context.close()
    expect(visitor.complaints).toEqual([])
  }

  /** Within the app as a tap on a link goes: loading all of it anew for each page takes most of a second. */
  async function go(page: Page, path: string): Promise<void> {
    const inApp = path.startsWith('/console') && page.url().includes('/console')
    if (!inApp) return void (await page.goto(world.desk.url + path))
    await page.evaluate(
      (to) =>
        new Promise((drawn) => {
          history.pushState(null, '', to)
          requestAnimationFrame(() => requestAnimationFrame(drawn))
        }),
      path,
    )
  }

  async function look(page: Page, name: string): Promise<void> {
    await accessible(page, name)
    await fits(page, `${name} ${viewport.width}`)
    await page.setViewportSize(other)
    await fits(page, `${name} ${other.width}`)
    await page.setViewportSize(viewport)
  }

  const as = async (who: string): Promise<string> => (await world.desk.signIn(who)).cookie

  test('the client’s', async () => {
    await walk('', '', clientPages(world))
    await walk(`${CHAT_COOKIE}=${world.token}`, '', ownPages(world))
  })
  test('the lawyer’s', async () => {
    await walk(await as('zhang'), '/console', lawyerPages(world))
  })
  // What lies under an offer cannot be seen; whoever has one sees nothing else.
  test('an offer', async () => {
    await walk(await as('wang'), '/console', [
      { name: 'offer', path: '/', ready: '.takeover .offer', says: '' },
    ])
  })
  test('the coordinator’s', async () => {
    await walk(await as('chen'), '/console', coordinatorPages(world))
  })
})
