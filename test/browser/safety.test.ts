import { createOTP } from '@better-auth/utils/otp'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { TestDesk } from '../harness.ts'
import { decoded } from '../otp.ts'
import { accessible, desktop, people, shot, signIn } from './browser.ts'

/** Signing in, seen: the second step, a session ended, walls between roles, an invitation, the texts. */

let desk: TestDesk
const come = people(async () => {
  desk = await TestDesk.open()
  desk.now = Date.now()
  return desk
})

async function looked(page: Page, name: string): Promise<void> {
  await shot(page, name)
  await accessible(page, name)
}

test('the second step: set up from a QR code, asked for from then on, a recovery code when the phone is lost', async () => {
  const page = await come()
  await signIn(page, desk, 'zhang')
  await page.getByRole('link', { name: '账号安全' }).click()
  await page.getByRole('button', { name: '开启两步验证' }).click()
  const second = page.getByRole('region', { name: '两步验证' })
  await second.getByLabel('密码').fill('zhang-password')
  await second.getByRole('button', { name: '下一步' }).click()
  await page.getByAltText('验证器应用用的二维码').waitFor()
  await looked(page, 'second-step-360')
  const secret = (await page.locator('code.secret').textContent()) ?? ''
  const recovery = (await page.locator('.codes code').first().textContent()) ?? ''
  const code = () => createOTP(decoded(secret.replace(/\s/g, ''))).totp()
  await page.getByLabel('输入应用里显示的六位数字').fill('000000')
  await page.getByRole('button', { name: '确认开启' }).click()
  await page.getByText('数字不对').waitFor()
  await page.getByLabel('输入应用里显示的六位数字').fill(await code())
  await page.getByRole('button', { name: '确认开启' }).click()
  await page.getByText('已开启：登录时').waitFor()

  const again = await come({ colorScheme: 'dark' })
  await signIn(again, desk, 'zhang')
  await again.getByRole('heading', { name: '第二步：六位数字' }).waitFor()
  await looked(again, 'second-sign-in-360-dark')
  await again.getByLabel('输入应用里显示的六位数字').fill(await code())
  await again.getByRole('button', { name: /登\s*录/ }).click()
  await again.getByRole('link', { name: '账号安全' }).waitFor()

  const lost = await come()
  await signIn(lost, desk, 'zhang')
  await lost.getByRole('button', { name: '手机不在身边，用恢复码' }).click()
  await lost.getByLabel('恢复码').fill(recovery)
  await lost.getByRole('button', { name: /登\s*录/ }).click()
  await lost.getByRole('link', { name: '账号安全' }).waitFor()
})

test('a session ended on one device is signed out on the other', async () => {
  const here = await come({ viewport: desktop })
  await signIn(here, desk, 'zhang')
  const there = await come()
  await signIn(there, desk, 'zhang')
  await there.getByRole('link', { name: '账号安全' }).waitFor()
  await here.getByRole('link', { name: '账号安全' }).click()
  await here.getByRole('button', { name: '退出这个登录' }).click()
  await here.getByText('已退出 1 个登录').waitFor()
  await looked(here, 'safety-1440')
  await there.reload()
  await there.getByLabel('用户名').waitFor()
})

test('walls between roles, and guesses that wait', async () => {
  const lawyer = await come()
  await signIn(lawyer, desk, 'zhang')
  await lawyer.getByRole('link', { name: '账号安全' }).waitFor()
  for (const path of ['accounts', 'register', 'texts']) {
    await lawyer.goto(`${desk.url}/console/${path}`)
    await lawyer.waitForURL((url) => !url.pathname.endsWith(path))
  }
  const guesser = await come()
  for (let n = 0; n < 6; n++) {
    await guesser.goto(`${desk.url}/console`)
    await guesser.getByLabel('用户名').fill('li')
    await guesser.getByLabel('密码').fill(`guess ${n}`)
    await guesser.getByRole('button', { name: /登\s*录/ }).click()
    await guesser.getByRole('alert').waitFor()
  }
  await guesser.getByText('试错的次数太多').waitFor()
})

test('a coordinator invites; the new one sets a password and signs in', async () => {
  const chen = await come({ viewport: desktop })
  await signIn(chen, desk, 'chen')
  await chen.getByRole('link', { name: '账号', exact: true }).click()
  const fresh = chen.getByRole('region', { name: '邀请新的协调员' })
  await fresh.getByLabel('姓名').fill('赵云')
  await fresh.getByLabel('编号').fill('zhao')
  await fresh.getByRole('button', { name: '生成链接' }).click()
  const link = await chen.getByRole('status').getByRole('textbox').inputValue()
  await looked(chen, 'accounts-1440')

  const zhao = await come()
  await zhao.goto(link)
  await zhao.getByRole('heading', { name: '设置登录' }).waitFor()
  await zhao.getByLabel('用户名').fill('zhao')
  await zhao.getByLabel('密码').fill('passwordpassword')
  await zhao.getByRole('button', { name: '设好了' }).click()
  await zhao.getByText('太常见').waitFor()
  await looked(zhao, 'invite-360')
  await zhao.getByLabel('密码').fill('teapot window ninety rivers')
  await zhao.getByRole('button', { name: '设好了' }).click()
  await zhao.getByRole('link', { name: '去登录' }).click()
  await zhao.getByLabel('用户名').fill('zhao')
  await zhao.getByLabel('密码').fill('teapot window ninety rivers')
  await zhao.getByRole('button', { name: /登\s*录/ }).click()
  await zhao.getByText('赵云', { exact: true }).first().waitFor()
  await zhao.goto(link)
  await zhao.getByRole('heading', { name: '这个链接已经失效' }).waitFor()
})

test('the texts: versions, what awaits review, each flow as a picture', async () => {
  for (const [name, options] of [
    ['texts-1440', { viewport: desktop }],
    ['texts-360-dark', { colorScheme: 'dark' }],
  ] as const) {
    const chen = await come(options)
    await signIn(chen, desk, 'chen')
    await chen.getByRole('link', { name: '账号安全' }).waitFor()
    await chen.goto(`${desk.url}/console/texts`)
    await chen.getByText('还没有律师审定过').waitFor()
    await chen
      .getByRole('button', { name: /认罪认罚.*看流程图/ })
      .first()
      .click()
    const picture = chen.getByAltText(/流程图$/)
    await picture.waitFor()
    expect(
      await picture.evaluate((image: HTMLImageElement) =>
        image.decode().then(() => image.naturalWidth),
      ),
    ).toBeGreaterThan(200)
    await looked(chen, name)
  }
})
