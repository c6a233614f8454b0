import { writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { desktop, phone, visit } from '../../test/browser/browser.ts'

/** Pictures in WebP, as Chromium makes it: a quarter of a PNG's size. */

export const sizes = [
  ['360', phone],
  ['1440', desktop],
] as const
export type Size = (typeof sizes)[number][0]
export const schemes = ['light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

/** A page longer than this is cut: what is below looks like what is above. */
const LONGEST: Record<Size, number> = { 360: 1600, 1440: 1400 }

export async function come(browser: Browser, size: Size, colorScheme: Scheme): Promise<Page> {
  const viewport = sizes.find(([name]) => name === size)?.[1] ?? phone
  return (await visit(browser, { viewport, colorScheme, reducedMotion: 'reduce' })).page
}

/** `from`: what stands at the top of the picture, where that is not the page's own. */
export async function shoot(page: Page, path: string, size: Size, from?: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? phone
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const tall = Math.max(height, Math.min(whole, LONGEST[size]))
  // What hangs at the foot of the window hangs at the foot of the picture.
  await page.setViewportSize({ width, height: tall })
  // Charts draw themselves anew for another width or height.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
  if (from) await page.locator(from).evaluate((one) => one.scrollIntoView({ block: 'start' }))
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 60 })
  await session.detach()
  await page.setViewportSize({ width, height })
  writeFileSync(path, Buffer.from(data, 'base64'))
}
