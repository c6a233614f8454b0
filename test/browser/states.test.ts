import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { TestDesk } from '../harness.ts'
import { accessible, desktop, fits, keep, people, phone, shot } from './browser.ts'

/** What a screen says while there is nothing yet, while nothing comes, and while there is no connection. */

let desk: TestDesk
const come = people(
  async () => {
    desk = await TestDesk.open()
    desk.now = Date.now()
    return desk
  },
  (complaint) => /ERR_|EventSource|fetch/i.test(complaint),
)

const screens = {
  zhang: ['/', '/appointments', '/shifts', '/tasks', '/ledger', '/safety'],
  chen: [
    '/',
    '/conversations',
    '/appointments',
    '/rota',
    '/register',
    '/notices',
    '/ledger',
    '/quality',
    '/figures',
    '/assist',
    '/settings',
    '/accounts',
    '/texts',
  ],
} as const
type Who = keyof typeof screens

async function into(who: Who, options: Parameters<typeof come>[0] = {}): Promise<Page> {
  const page = await come(options)
  await keep(page.context(), (await desk.signIn(who)).cookie, desk.url)
  return page
}

const looks = [
  ['zhang', phone, 'light'],
  ['chen', desktop, 'dark'],
] as const

async function drawn(page: Page, path: string): Promise<void> {
  await page.goto(`${desk.url}/console${path === '/' ? '' : path}`)
  await page.locator('nav.side').waitFor()
  await expect.poll(() => page.locator('.ant-skeleton').count(), { timeout: 15_000 }).toBe(0)
}

const named = (who: string, path: string, state: string): string =>
  `${state}-${who}${path.replaceAll('/', '-')}`

describe.each(looks)('%s, %o, %s', (who, viewport, colorScheme) => {
  test('nothing has happened yet: each screen says so, and goes on', async () => {
    const page = await into(who, { viewport, colorScheme })
    for (const path of screens[who]) {
      await drawn(page, path)
      const name = named(who, path, 'empty')
      expect.soft(await page.locator('main h1').count(), name).toBe(1)
      expect.soft(await page.locator('.ant-alert-error').count(), name).toBe(0)
      await accessible(page, name)
      await fits(page, name)
      await shot(page, name)
    }
  })

  test('nothing comes: each screen says so once, and comes back when asked again', async () => {
    const page = await into(who, { viewport, colorScheme })
    for (const path of screens[who]) {
      const broken = /\/api\/(?!me\b|events|auth)/
      await page.route(broken, (route) => route.fulfill({ status: 500, body: 'upstream is away' }))
      await drawn(page, path)
      const name = named(who, path, 'error')
      const told = page.getByRole('alert').filter({ hasText: '有些内容没有取到' })
      await told.waitFor()
      expect.soft(await page.locator('.ant-alert-error').count(), name).toBe(1)
      expect.soft(await page.locator('main').textContent(), name).not.toMatch(/upstream|JSON|fetch/)
      await accessible(page, name)
      await fits(page, name)
      await shot(page, name)
      await page.unroute(broken)
      await told.getByRole('button', { name: '再试一次' }).click()
      await expect.poll(() => told.count()).toBe(0)
      await page.locator('main h1').waitFor()
    }
  })
})

test('no connection as the page is opened: nobody is taken for signed out, and it goes on by itself', async () => {
  const page = await into('zhang')
  await page.route(/\/api\//, (route) => route.abort())
  await page.goto(`${desk.url}/console`)
  await page.getByRole('heading', { name: '连不上值班台' }).waitFor()
  expect(await page.getByLabel('密码').count()).toBe(0)
  await accessible(page, 'away')
  await fits(page, 'away')
  await shot(page, 'away')
  await page.unroute(/\/api\//)
  await page.getByText('现在没有当事人').waitFor({ timeout: 15_000 })
})

test('the connection goes while the page is open: a banner says what happens to what is written', async () => {
  const page = await into('zhang')
  await drawn(page, '/')
  await page.context().setOffline(true)
  const banner = page.locator('.down')
  await banner.getByText('网络断了').waitFor()
  await accessible(page, 'offline')
  await shot(page, 'offline')
  await page.context().setOffline(false)
  await expect.poll(() => banner.count(), { timeout: 20_000 }).toBe(0)
})
