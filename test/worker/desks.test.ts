import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../../src/phone/call.ts'
import { smallDesk } from '../harness.ts'
import { DeskProcess } from '../process.ts'

/** Several desks under one Worker, by host name and by path; and the alarm, which nothing else wakes. */

let desk: DeskProcess
beforeEach(async () => {
  desk = await DeskProcess.open(smallDesk({ ringSeconds: 2, staggerSeconds: 0, rounds: 2 }))
})
afterEach(() => desk.close())

interface Answer {
  status: number
  body: string
  cookies: string[]
}

/** A request as it comes for a host name, which need not be known to this machine. */
function ask(
  host: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const out = request(
      desk.url + path,
      {
        method: body ? 'POST' : 'GET',
        headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers, host },
      },
      (answer) => {
        let text = ''
        answer.on('data', (chunk) => {
          text += chunk
        })
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: text,
            cookies: (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0] ?? ''),
          }),
        )
      },
    )
    out.on('error', reject)
    out.end(body && JSON.stringify(body))
  })
}

const here = () => new URL(desk.url).host

test('desks never see one another: what one was told, who signed in to it, who waits there', async () => {
  const places = [
    { host: here(), below: '' },
    { host: here(), below: '/d/two' },
    { host: 'three.example.cn', below: '' },
    { host: 'four.localhost', below: '' },
  ]
  const opened = []
  for (const { host, below } of places) {
    const { token } = JSON.parse((await ask(host, `${below}/api/chat`, {})).body)
    const signIn = { username: 'chen', password: 'chen-password' }
    const { cookies } = await ask(host, `${below}/api/auth/sign-in/username`, signIn)
    opened.push({ token, cookie: cookies.join('; ') })
  }
  for (const [i, { token, cookie }] of opened.entries()) {
    const message = { id: crypto.randomUUID(), text: `只给第${i}个` }
    for (const [j, { host, below }] of places.entries()) {
      const bearer = { authorization: `Bearer ${token}` }
      const written = await ask(host, `${below}/api/chat/messages`, message, bearer)
      expect(written.status).toBe(i === j ? 202 : 401)
      const list = await ask(host, `${below}/api/conversations`, undefined, { cookie })
      expect(list.status).toBe(i === j ? 200 : 401)
      if (i === j) expect(JSON.parse(list.body).items).toHaveLength(1)
    }
  }
})

test('a browser stays at the desk its path named, and finds its way back', async () => {
  const page = { accept: 'text/html' }
  const { status, cookies } = await ask(here(), '/d/two/chat', undefined, page)
  expect(status).toBe(200)
  expect(cookies).toEqual(['zhiban_desk=two'])
  const { token } = JSON.parse((await ask(here(), '/d/two/api/chat', {})).body)
  const message = { id: crypto.randomUUID(), text: '你好' }
  const bearer = { authorization: `Bearer ${token}` }
  const at = (cookie: string) =>
    ask(here(), '/api/chat/messages', message, { ...bearer, ...(cookie ? { cookie } : {}) })
  expect((await at('zhiban_desk=two')).status).toBe(202)
  expect((await at('')).status).toBe(401)
  expect((await ask(here(), '/d/', undefined, page)).cookies).toEqual(['zhiban_desk='])
  // A host of its own is one desk, whatever a path or a cookie says.
  const other = await ask('three.example.cn', '/d/two/api/health')
  expect(other.status).toBe(404)
})

test('files come with the headers of every page, whichever desk is asked', async () => {
  for (const [path, type] of [
    ['/static/public.css', 'text/css'],
    ['/d/two/static/chat.js', 'javascript'],
    ['/console', 'text/html'],
    ['/console/c/any', 'text/html'],
  ]) {
    const answer = await fetch(desk.url + path)
    expect(answer.status, path).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
  const missing = await fetch(`${desk.url}/static/nothing.css`)
  expect(missing.status).toBe(404)
  expect(await missing.json()).toMatchObject({ error: { code: 'not_found' } })
})

describe('the alarm', () => {
  test('wakes a desk nobody asks for: the next lawyer is rung after a kill -9', async () => {
    const ringing: Call[] = []
    desk.carrier.on('ringing', (call) => ringing.push(call))
    desk.carrier.deskUrl = `${desk.url}/d/two`
    const call = desk.carrier.dial('+8613900001234')
    await expect.poll(() => call.asking, { timeout: 5000 }).not.toBeNull()
    call.press('1')
    await expect.poll(() => ringing.length, { timeout: 5000 }).toBe(1)
    await desk.kill()
    await new Promise((resolve) => setTimeout(resolve, 2500))
    // Starting asks the first desk how it is; the second is not spoken to.
    await desk.start()
    await expect.poll(() => ringing.length, { timeout: 10_000 }).toBe(2)
    expect(ringing[1]?.to).toBe('+8613800000002')
    expect(desk.carrier.faults).toEqual([])
  })
})
