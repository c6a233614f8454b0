import { createOTP } from '@better-auth/utils/otp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Person, TestDesk } from '../harness.ts'
import { decoded } from '../otp.ts'

/** Signing in, and keeping others from it. */

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open()
})
afterEach(() => desk.close())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${desk.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const attempt = (username: string, password: string, from = '10.0.0.1') =>
  post('/api/auth/sign-in/username', { username, password }, { 'x-forwarded-for': from })
const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
const form = (path: string, fields: Record<string, string>) =>
  fetch(`${desk.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })

const GOOD = 'teapot window ninety rivers'

describe('guessing', () => {
  test('waits ever longer, from that address; others are not kept out', async () => {
    for (let n = 0; n < 5; n++) expect((await attempt('zhang', `wrong${n}`)).status).toBe(401)
    const refused = await attempt('zhang', 'zhang-password')
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ error: { code: 'locked_out' } })
    expect(Number(refused.headers.get('retry-after'))).toBe(30)
    expect((await attempt('zhang', 'zhang-password', '10.0.0.2')).status).toBe(200)
    expect((await attempt('li', 'li-password')).status).toBe(200)

    desk.now += 31_000
    expect((await attempt('zhang', 'wrong again', '10.0.0.1')).status).toBe(401)
    const longer = await attempt('zhang', 'zhang-password')
    expect(Number(longer.headers.get('retry-after'))).toBe(60)
    desk.now += 61_000
    expect((await attempt('zhang', 'wrong once more')).status).toBe(401)
    expect(Number((await attempt('zhang', 'x')).headers.get('retry-after'))).toBe(120)
    desk.now += 121_000
    expect((await attempt('zhang', 'zhang-password')).status).toBe(200)
    expect((await attempt('zhang', 'one slip')).status).toBe(401)
    expect((await attempt('zhang', 'zhang-password')).status).toBe(200)
  })

  test('a name that is not there waits just the same', async () => {
    for (let n = 0; n < 5; n++) expect((await attempt('nobody', `wrong${n}`)).status).toBe(401)
    expect((await attempt('nobody', 'x')).status).toBe(429)
  })
})

describe('one’s own', () => {
  test('sessions are listed, and one ended is signed out at once', async () => {
    const here = await desk.signIn('zhang')
    const there = await desk.signIn('zhang')
    const { sessions } = (await here.get('/safety')).body
    expect(sessions).toHaveLength(2)
    const other = sessions.find(({ current }: { current: boolean }) => !current)
    const li = await desk.signIn('li')
    expect((await li.remove(`/safety/sessions/${other.id}`)).status).toBe(404)
    expect((await there.get('/me')).status).toBe(200)
    expect((await here.remove(`/safety/sessions/${other.id}`)).status).toBe(200)
    expect((await there.get('/me')).status).toBe(401)
    expect((await here.get('/me')).status).toBe(200)
  })

  test('a new password is long, uncommon and unlike the name, and signs out everywhere else', async () => {
    const here = await desk.signIn('zhang')
    const there = await desk.signIn('zhang')
    const change = (next: string, current = 'zhang-password') =>
      here.post('/safety/password', { current, next })
    expect((await change(GOOD, 'wrong')).body.error.code).toBe('wrong_password')
    for (const [weak, why] of [
      ['short-1234', 'short'],
      ['passwordpassword', 'common'],
      ['1234567890123456', 'common'],
      ['aaaaaaaaaaaaaaaa', 'common'],
      ['qwertyuiop123456789', 'common'],
      ['zhang江城市法律援助中心1', 'near'],
      ['x'.repeat(129), 'long'],
    ] as const) {
      const { status, body } = await change(weak)
      expect([status, body.error?.code, body.error?.fields]).toEqual([
        400,
        'weak_password',
        ['next', why],
      ])
    }
    expect((await change(GOOD)).body).toEqual({ ended: 1 })
    expect((await there.get('/me')).status).toBe(401)
    expect((await attempt('zhang', 'zhang-password')).status).toBe(401)
    expect((await attempt('zhang', GOOD)).status).toBe(200)
  })

  test('the library’s own ways round these rules are shut', async () => {
    const zhang = await desk.signIn('zhang')
    for (const path of ['/auth/change-password', '/auth/list-sessions', '/auth/revoke-sessions']) {
      expect((await zhang.ask('GET', path)).status).toBe(404)
      expect((await zhang.post(path, { newPassword: 'x', currentPassword: 'y' })).status).toBe(404)
    }
    expect(
      (await post('/api/auth/sign-up/email', { email: 'a@b.c', password: GOOD, name: 'a' })).status,
    ).toBe(404)
  })

  test('a session outlives a restart; its cookie is for this site and for no script', async () => {
    const zhang = await desk.signIn('zhang')
    const [cookie] = (await attempt('li', 'li-password')).headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/i)
    await desk.restart()
    expect((await zhang.get('/me')).body.id).toBe('zhang')
  })
})

describe('the second step', () => {
  test('is set up with a first code, asked for from then on, and a recovery code stands in once', async () => {
    const zhang = await desk.signIn('zhang')
    const wrong = await zhang.post('/auth/two-factor/enable', { password: 'wrong' })
    expect(wrong.status).toBe(400)
    const { body } = await zhang.post('/auth/two-factor/enable', { password: 'zhang-password' })
    const secret = new URL(body.totpURI).searchParams.get('secret') ?? ''
    expect(body.backupCodes).toHaveLength(10)
    // Not on before the app has shown that it works.
    expect(
      (await (await attempt('zhang', 'zhang-password')).json()).twoFactorRedirect,
    ).toBeUndefined()

    const code = () => createOTP(decoded(secret)).totp()
    expect((await zhang.post('/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401)
    expect((await zhang.post('/auth/two-factor/verify-totp', { code: await code() })).status).toBe(
      200,
    )

    const first = await attempt('zhang', 'zhang-password')
    expect(await first.json()).toMatchObject({ twoFactorRedirect: true })
    const half = cookieOf(first)
    expect((await new Person(desk, half).get('/me')).status).toBe(401)
    const second = await post(
      '/api/auth/two-factor/verify-totp',
      { code: await code() },
      { cookie: half },
    )
    expect(second.status).toBe(200)
    const whole = new Person(desk, cookieOf(second))
    expect((await whole.get('/safety')).body).toMatchObject({ secondFactor: true, least: 8 })

    const recover = async () => {
      const begun = cookieOf(await attempt('zhang', 'zhang-password'))
      const answer = await post(
        '/api/auth/two-factor/verify-backup-code',
        { code: body.backupCodes[0] },
        { cookie: begun },
      )
      return answer.status
    }
    expect(await recover()).toBe(200)
    expect(await recover()).toBe(401)
  })
})

describe('invitations', () => {
  test('a coordinator invites a new one, who sets a password of their own; the link works once', async () => {
    const chen = await desk.signIn('chen')
    const { body } = await chen.post('/accounts/invite', {
      id: 'zhao',
      role: 'coordinator',
      name: '赵云',
    })
    const path = new URL(body.link).pathname
    const page = await (await fetch(`${desk.url}${path}`)).text()
    expect(page).toContain('赵云')
    expect((await form(path, { username: 'zhao', password: 'short' })).status).toBe(400)
    expect((await form(path, { username: 'chen', password: GOOD })).status).toBe(400)
    expect((await form(path, { username: 'zhao', password: GOOD })).status).toBe(200)
    expect((await form(path, { username: 'zhao', password: GOOD })).status).toBe(404)
    const zhao = new Person(desk, cookieOf(await attempt('zhao', GOOD)))
    expect((await zhao.get('/me')).body).toMatchObject({ name: '赵云', role: 'coordinator' })
    expect((await zhao.get('/accounts')).body.items).toContainEqual(
      expect.objectContaining({ id: 'zhao', username: 'zhao', invitedUntil: null }),
    )
  })

  test('who lost password or phone gets a new link: signed out, without second step', async () => {
    const chen = await desk.signIn('chen')
    const zhang = await desk.signIn('zhang')
    const { body } = await chen.post('/accounts/invite', { id: 'zhang', role: 'lawyer' })
    expect((await zhang.get('/me')).status).toBe(200)
    const path = new URL(body.link).pathname
    expect((await form(path, { username: 'zhang', password: GOOD })).status).toBe(200)
    expect((await zhang.get('/me')).status).toBe(401)
    expect((await attempt('zhang', GOOD)).status).toBe(200)
  })

  test('a link ends after three days, when withdrawn, and when another is made', async () => {
    const chen = await desk.signIn('chen')
    const ask = async () =>
      new URL((await chen.post('/accounts/invite', { id: 'li', role: 'lawyer' })).body.link)
        .pathname
    const status = async (path: string) => (await fetch(`${desk.url}${path}`)).status
    const one = await ask()
    const two = await ask()
    expect([await status(one), await status(two)]).toEqual([404, 200])
    await chen.remove('/accounts/li/invitation')
    expect(await status(two)).toBe(404)
    const three = await ask()
    desk.now += 3 * 86_400_000 + 1
    expect(await status(three)).toBe(404)
    expect((await form(three, { username: 'li', password: GOOD })).status).toBe(404)
  })

  test('nobody is invited who is not in the register, nor by a lawyer', async () => {
    const [chen, zhang] = [await desk.signIn('chen'), await desk.signIn('zhang')]
    expect((await chen.post('/accounts/invite', { id: 'ghost', role: 'lawyer' })).status).toBe(404)
    expect(
      (await chen.post('/accounts/invite', { id: 'zhang', role: 'coordinator', name: 'x' })).status,
    ).toBe(409)
    expect((await zhang.post('/accounts/invite', { id: 'zhang', role: 'lawyer' })).status).toBe(403)
  })
})

test('a page of another site can do nothing in somebody’s name', async () => {
  const zhang = await desk.signIn('zhang')
  const answer = await post(
    '/api/safety/sessions/end-others',
    {},
    { cookie: zhang.cookie, origin: 'https://evil.example' },
  )
  expect(answer.status).toBe(403)
  for (const path of ['/', '/console', '/api/me', '/invite/none']) {
    const { headers } = await fetch(`${desk.url}${path}`)
    const csp = headers.get('content-security-policy') ?? ''
    expect(csp).toContain("script-src 'self'")
    expect(csp).not.toMatch(/script-src[^;]*unsafe/)
    expect(csp).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
  }
})
