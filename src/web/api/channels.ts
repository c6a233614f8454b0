import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { SendError } from '../../channel/channel.ts'
import type { Carried } from '../../desk/effect.ts'
import { prefersEnglish } from '../answer.ts'
import { channelTrouble, testWords } from '../locale/channels.ts'
import type { WebParts } from '../parts.ts'
import { TEST_LEG } from '../test-call.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

/** Channels somebody can be tried out on; the desk's own page needs no test. */
const testable = ['phone', 'sms', 'whatsapp', 'telegram'] as const

type Testable = (typeof testable)[number]

const list = createRoute({
  method: 'get',
  path: '/channels',
  summary: 'Which channels are on (coordinator)',
  responses: {
    200: json(
      z.object({
        items: z.array(z.object({ channel: z.enum(testable), on: z.boolean() })),
      }),
      'Channels',
    ),
    ...mayFail(401, 403),
  },
})

const test = createRoute({
  method: 'post',
  path: '/channels/{channel}/test',
  summary:
    'Ring or write to me, and say in one line what is wrong where it does not work (coordinator)',
  request: {
    params: z.object({ channel: z.enum(testable) }),
    body: body(
      z.object({
        to: z
          .string()
          .trim()
          .regex(/^(\+[1-9]\d{6,14}|-?\d{4,15})$/)
          .openapi({ description: 'A telephone number (+86…), or a Telegram chat id' }),
      }),
    ),
  },
  responses: {
    200: json(
      z.object({
        ok: z.boolean(),
        code: z.string().nullable(),
        message: z.string().openapi({ description: 'One line a person can act on' }),
      }),
      'How it went',
    ),
    ...mayFail(400, 401, 403),
  },
})

const RING_SECONDS = 25

export function channels(parts: WebParts) {
  const { carrier, handle } = parts

  async function tryOut(c: Context, channel: Testable, to: string): Promise<string | null> {
    const on = carrier(channel as Carried)
    if (!on) return 'channel_off'
    const words = testWords[prefersEnglish(c) ? 'en' : 'zh-CN'].written
    try {
      await on.send({
        act:
          channel === 'phone'
            ? { do: 'ring', leg: TEST_LEG, seconds: RING_SECONDS }
            : { do: 'text', choices: [] },
        address: to,
        words: channel === 'phone' ? null : words,
        receipt: null,
        sid: null,
      })
      return null
    } catch (error) {
      if (error instanceof SendError) return error.code
      throw error
    }
  }
  return staffApp()
    .openapi(list, (c) => {
      require(c.get('staff'), 'desk.oversee')
      const items = testable.map((channel) => ({ channel, on: carrier(channel) !== null }))
      return c.json({ items }, 200)
    })
    .openapi(test, async (c) => {
      require(c.get('staff'), 'settings.change')
      const { channel } = c.req.valid('param')
      const code = await tryOut(c, channel, c.req.valid('json').to)
      await handle({ type: 'channel.tested', coordinator: c.get('staff').id, channel, code })
      const words = testWords[prefersEnglish(c) ? 'en' : 'zh-CN']
      const message = code === null ? words.sent[channel] : channelTrouble(code, prefersEnglish(c))
      return c.json({ ok: code === null, code, message }, 200)
    })
}
