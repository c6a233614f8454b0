import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { CHAT_COOKIE } from '../../src/web/chat-cookie.ts'
import { openBrowser, signIn } from '../../test/browser/browser.ts'
import {
  clientPages,
  coordinatorPages,
  lawyerPages,
  ownPages,
  type Shot,
} from '../../test/browser/pages.ts'
import { openWorld, type World } from '../../test/browser/world.ts'
import { come, type Scheme, type Size, schemes, shoot, sizes } from './camera.ts'
import { index } from './index.ts'
import { story } from './story.ts'

/**
 * Every page at 360 and 1440 px, light and dark, into docs/screenshots: `npm run shots`, or `npm run shots -- now rota`
 * for some of them.
 */

const folder = join(import.meta.dirname, '..', '..', 'docs', 'screenshots')
const only = process.argv.slice(2)
const to = (name: string): string => join(folder, `${name}.webp`)
const wanted = (shots: Shot[]): Shot[] =>
  shots.filter(({ name }) => only.length === 0 || only.includes(name))

async function look(page: Page, root: string, shots: Shot[], size: Size, scheme: string) {
  for (const { name, path, ready, from } of shots) {
    await page.goto(root + (path === '/' ? '' : path))
    await page
      .locator(ready)
      .first()
      .waitFor({ timeout: 15_000 })
      .catch(() => {
        console.error(`${name} ${size} ${scheme}: no ${ready}`)
        process.exitCode = 1
      })
    // Charts and lists fill in after the page is there.
    await page.locator('.ant-skeleton').waitFor({ state: 'detached' })
    if (name === 'timeline') await read(page)
    await page.evaluate(() => document.fonts.ready)
    await shoot(page, to(`${name}-${size}-${scheme}`), size, from)
  }
}

async function read(page: Page): Promise<void> {
  await page.getByLabel(/阅读理由/).fill('投诉：没人回电')
  await page.getByRole('button', { name: '阅读内容' }).click()
  await page.getByText('投诉：没人回电').last().waitFor()
}

async function signedIn(browser: Browser, world: World, who: string, size: Size, scheme: Scheme) {
  const page = await come(browser, size, scheme)
  await signIn(page, world.desk, who)
  await page.getByRole('button', { name: '退出登录' }).waitFor()
  return page
}

const browser = await openBrowser()
const world = await openWorld()
const { url } = world.desk
for (const scheme of schemes) {
  for (const [size] of sizes) {
    const clients = await come(browser, size, scheme)
    await look(clients, url, wanted(clientPages(world)), size, scheme)
    await clients.context().addCookies([{ name: CHAT_COOKIE, value: world.token, url }])
    await look(clients, url, wanted(ownPages(world)), size, scheme)
    for (const [who, shots] of [
      ['zhang', lawyerPages(world)],
      ['chen', coordinatorPages(world)],
    ] as const) {
      if (wanted(shots).length === 0) continue
      const page = await signedIn(browser, world, who, size, scheme)
      await look(page, `${url}/console`, wanted(shots), size, scheme)
      await page.context().close()
    }
    await clients.context().close()
  }
}
if (only.length === 0) await story(browser, to)
await browser.close()
await world.close()
writeFileSync(join(folder, 'README.md'), index(world))
// Pictures of pages that are no more.
const known = new Set(index(world).match(/[\w-]+\.webp/g))
for (const file of readdirSync(folder)) {
  if (file.endsWith('.webp') && !known.has(file)) rmSync(join(folder, file))
}
const bytes = readdirSync(folder).reduce((sum, one) => sum + statSync(join(folder, one)).size, 0)
console.log(`${(bytes / 1e6).toFixed(1)} MB in ${folder}`)
