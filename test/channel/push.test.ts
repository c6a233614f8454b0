import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeBrowser, FakePushService } from '../fake-push.ts'
import { type Person, TestDesk } from '../harness.ts'

/** A closed page is woken for an offer: from the desk through the service to what the service worker reads. */

let desk: TestDesk
let zhang: Person
let service: FakePushService
let browser: FakeBrowser
let key = ''
beforeEach(async () => {
  const outside = fetch
  service = new FakePushService(() => key)
  browser = new FakeBrowser()
  vi.stubGlobal('fetch', (url: string, given: RequestInit) =>
    url.startsWith('https://fcm.') ? service.fetch(url, given) : outside(url, given),
  )
  desk = await TestDesk.open()
  zhang = await desk.signIn('zhang')
  const asked = await zhang.post('/push', browser.subscription)
  key = asked.body.publicKey
  expect(asked.body.browsers).toBe(1)
  await (await desk.signIn('li')).post('/presence', { state: 'off' })
})
afterEach(async () => {
  await desk.close()
  vi.unstubAllGlobals()
})

async function somebodyAsks(): Promise<void> {
  const chat = await desk.openChat()
  await chat.write('我和表哥一起拿了工地的电缆')
  await chat.write('律师')
  await desk.settle()
}

test('signed for this service alone, readable by this browser alone, and without a word of the case', async () => {
  await somebodyAsks()
  expect(service.refused).toEqual([])
  expect(service.got).toHaveLength(1)
  const [pushed] = service.got
  if (!pushed) return
  expect(pushed.endpoint).toBe(browser.endpoint)
  expect(pushed.headers).toMatchObject({ ttl: '60', urgency: 'high' })
  const read = browser.decrypt(pushed.body)
  expect(JSON.parse(read)).toEqual({ wake: true })
  const [offer] = await zhang.offers()
  for (const secret of ['电缆', offer.id, offer.conversation, '张敏']) {
    expect(`${JSON.stringify(pushed.headers)} ${read}`).not.toContain(secret)
  }
  expect(() => new FakeBrowser().decrypt(pushed.body)).toThrow()
  const bent = Buffer.from(pushed.body)
  bent.writeUInt8((bent.at(-1) ?? 0) ^ 1, bent.length - 1)
  expect(() => browser.decrypt(bent)).toThrow()
  const { items } = (await (await desk.signIn('chen')).get('/undelivered')).body
  expect(items).toEqual([])
})

test('a browser that is gone is not asked again', async () => {
  service.status = 410
  await somebodyAsks()
  expect(service.got).toHaveLength(1)
  await expect.poll(async () => (await zhang.get('/push')).body.browsers).toBe(0)
  await somebodyAsks()
  expect(service.got).toHaveLength(1)
})
