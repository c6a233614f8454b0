import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createOTP } from '@better-auth/utils/otp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cluster } from '../cluster.ts'
import { decoded } from '../otp.ts'
import { Office, signIn, Writer } from './office.ts'

/** SECRET_KEY is changed while two processes write to one PostgreSQL, and the machine that changes it dies on the way. */

const before = Buffer.alloc(32, 7).toString('base64')
const after = Buffer.alloc(32, 8).toString('base64')

let cluster: Cluster
let office: Office
beforeAll(async () => {
  cluster = await Cluster.open()
  office = await Office.open(cluster)
})
afterAll(async () => {
  await office.close()
  await cluster.close()
})

function rotate(): { child: ChildProcess; ended: Promise<string> } {
  const child = spawn(process.execPath, ['src/cli.ts', 'rotate-key'], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: office.database,
      SECRET_KEY: before,
      NEW_SECRET_KEY: after,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output += part
    })
  }
  return { child, ended: new Promise((done) => child.once('exit', () => done(output))) }
}

const bridges = async () =>
  (await office.ask(`select value from meta where key = 'key_bridge'`)).length

test('words, search, second step, calendar and push outlive it; the old key opens nothing more', async () => {
  const { first, second } = office
  const zhang = await signIn(first.url, 'zhang')
  const enabled = await zhang('POST', '/auth/two-factor/enable', { password: 'zhang-password' })
  const secret = new URL(enabled.body.totpURI).searchParams.get('secret') ?? ''
  const code = () => createOTP(decoded(secret)).totp()
  expect((await zhang('POST', '/auth/two-factor/verify-totp', { code: await code() })).status).toBe(
    200,
  )
  const li = await signIn(second.url, 'li')
  const { link: calendar } = (await li('GET', '/me/calendar')).body as { link: string }
  const pushed = (await li('GET', '/push')).body as { publicKey: string }
  expect(pushed.publicKey.length).toBeGreaterThan(40)

  const writers = [first, second].map(({ url }) => new Writer(url))
  for (const writer of writers) await writer.open()
  let over = false
  const said: string[][] = [[], []]
  const writing = writers.map(async (writer, w) => {
    for (let i = 0; !over; i++) {
      const text = `第${w}处写的第${i}句，取保候审`
      await writer.write(text)
      said[w]?.push(text)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })

  const killed = rotate()
  await expect.poll(bridges, { timeout: 60_000, interval: 20 }).toBe(1)
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(await bridges()).toBe(1)
  expect(await rotate().ended).toContain('the key is changed')
  expect(await bridges()).toBe(0)
  over = true
  await Promise.all(writing)

  // Those that ran through it, and one that starts with the new key, each read what the other wrote.
  const third = await first.beside({ SECRET_KEY: after })
  for (const { url } of [first, second, third]) {
    for (const [w, writer] of writers.entries()) expect(await writer.texts(url)).toEqual(said[w])
    const chen = await signIn(url, 'chen')
    const { body } = await chen('GET', `/conversations?q=${encodeURIComponent('取保候审')}`)
    expect(body.items).toHaveLength(2)
    expect((await fetch(calendar.replace(new URL(calendar).origin, url))).status).toBe(200)
    const again = await signIn(url, 'li')
    expect((await again('GET', '/push')).body.publicKey).toBe(pushed.publicKey)
    await secondStep(url, await code())
  }
  const verified = await third.run('src/cli.ts', 'verify')
  expect(verified.output).toContain('the event log is whole')
  expect(verified.output).not.toContain('without the key')
  await third.close()
  await expect(first.beside({ SECRET_KEY: before })).rejects.toThrow(/is not the key/)
}, 240_000)

/** Signs in with password and code. */
async function secondStep(url: string, code: string): Promise<void> {
  const ask = (path: string, body: object, cookie = '') =>
    fetch(`${url}/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
    })
  const one = await ask('/sign-in/username', { username: 'zhang', password: 'zhang-password' })
  expect(await one.json()).toMatchObject({ twoFactorRedirect: true })
  const cookie = one.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  expect((await ask('/two-factor/verify-totp', { code }, cookie)).status).toBe(200)
}
