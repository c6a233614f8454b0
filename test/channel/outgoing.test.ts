import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openTelegram } from '../../src/channel/telegram.ts'
import type { TwilioConfig } from '../../src/channel/twilio.ts'
import { openVoice } from '../../src/channel/voice.ts'
import { OutgoingRefused, openDoor } from '../../src/outgoing.ts'

/** The one door out: whom it lets through, and what a channel says when it does not. */

const open: Server[] = []
const met: string[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
  met.length = 0
})

/** A machine somewhere; `status` 302 sends on to `to`. */
async function machine(name: string, to?: string): Promise<string> {
  const server = createServer((request, response) => {
    met.push(`${name} ${request.url}`)
    response.writeHead(to ? 302 : 200, {
      'content-type': 'application/json',
      connection: 'close',
      ...(to ? { location: to } : {}),
    })
    response.end(JSON.stringify({ ok: true, result: { message_id: 1 }, sid: 'CA1' }))
  })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const refusals: string[] = []
const door = (...places: string[]) => {
  refusals.length = 0
  return openDoor({
    places: () => places,
    refused: (host, code) => refusals.push(`${host} ${code}`),
  })
}

test('a place that is named is reached; any other is refused before a connection is made', async () => {
  const named = await machine('named')
  const other = await machine('other')
  const out = door(named)
  expect((await out(`${named}/a`)).status).toBe(200)
  const refused = await out(`${other}/secret-path`).catch((error) => error)
  expect(refused).toBeInstanceOf(OutgoingRefused)
  expect(refused.message).toBe('host_refused')
  expect(met).toEqual(['named /a'])
  // The log has the host and nothing behind it.
  expect(refusals).toEqual([`${new URL(other).host} host_refused`])
})

test.each([
  ['https://fcm.googleapis.com/x', true],
  ['http://fcm.googleapis.com/x', false],
  ['https://fcm.googleapis.com:8443/x', false],
  ['https://fcm.googleapis.com.evil.example/x', false],
  ['https://web.push.apple.com/x', true],
  ['https://push.apple.com/x', false],
  ['http://web.push.apple.com/x', false],
  ['https://evil.example/web.push.apple.com', false],
  ['https://evilpush.apple.com@10.0.0.1/', false],
])('%s may be reached: %s', async (url, may) => {
  const out = openDoor({
    places: () => ['https://fcm.googleapis.com', 'https://*.push.apple.com'],
    refused: () => {},
    send: async () => new Response('{}'),
  })
  expect(
    await out(url).then(
      () => true,
      () => false,
    ),
  ).toBe(may)
})

test('an answer that points elsewhere is not followed, whichever channel asked', async () => {
  const elsewhere = await machine('elsewhere')
  const root = await machine('vendor', `${elsewhere}/take`)
  const out = door(root)
  const telegram = openTelegram({ token: '1:a', secret: 's', apiRoot: root }, out)
  const text = { act: { do: 'text' as const, choices: [] }, words: '话', receipt: null, sid: null }
  await expect(telegram.send({ ...text, address: '7' })).rejects.toMatchObject({
    code: 'telegram_redirected',
    permanent: true,
  })
  const config: TwilioConfig = {
    accountSid: 'AC1',
    authToken: 'token',
    number: '+862700000000',
    apiRoot: root,
    publicUrl: 'http://desk',
  }
  const ring = {
    act: { do: 'ring', leg: 'l', seconds: 5 },
    words: null,
    receipt: null,
    sid: null,
  } as const
  await expect(
    openVoice(config, out).send({ ...ring, address: '+8613800000001' }),
  ).rejects.toMatchObject({ code: 'twilio_redirected' })
  expect(met.filter((line) => line.startsWith('elsewhere'))).toEqual([])
})

test('a carrier no setting names is refused in a word that helps, and not tried again', async () => {
  const out = door('https://somebody.example')
  const config: TwilioConfig = {
    accountSid: 'AC1',
    authToken: 'token',
    number: '+862700000000',
    apiRoot: null,
    publicUrl: 'http://desk',
  }
  const hangup = {
    act: { do: 'hangup', leg: 'l' },
    address: null,
    words: null,
    receipt: null,
  } as const
  await expect(openVoice(config, out).send({ ...hangup, sid: 'CA1' })).rejects.toMatchObject({
    code: 'twilio_host_refused',
    permanent: true,
  })
  expect(refusals).toEqual(['api.twilio.com host_refused'])
})
