import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { readMessage, readReceipt } from '../channel/messaging.ts'
import { readUpdate, type Said, secretMatches } from '../channel/telegram.ts'
import { isSigned, type TwilioConfig } from '../channel/twilio.ts'
import { emptyResponse, hangupResponse } from '../channel/twiml.ts'
import { callerOf, isOver, readStatus, readStep, toTwiml } from '../channel/voice.ts'
import { languages } from '../desk/desk.ts'
import type { Happening } from '../desk/event.ts'
import { FaultError } from '../desk/fault.ts'
import { localeOf } from '../desk/locale/index.ts'
import { type Presence, passReasons, presences } from '../desk/state.ts'
import type { Handled } from '../handle.ts'
import { itemByReceipt } from '../store/outbox.ts'
import { checked, readForm, readJson } from './answer.ts'
import { contactRef } from './contact.ts'
import type { WebParts } from './parts.ts'
import { TEST_LEG, testCall } from './test-call.ts'

/** Vendors' webhooks: proof first, then one event, acknowledged once it is durable. */

type Form = Record<string, string>

export function hooks(parts: WebParts): Hono {
  const app = new Hono()
  app.post('/telegram', (c) => telegram(c, parts))
  app.post('/twilio/voice', (c) => callArrived(c, parts))
  app.post('/twilio/voice/leg/:leg/:step{[0-9]+}', (c) => legStepped(c, parts))
  app.post('/twilio/status', (c) => legStatus(c, parts))
  app.post('/twilio/status/:leg', (c) => legStatus(c, parts))
  app.post('/twilio/messaging', (c) => messaging(c, parts))
  app.post('/twilio/messaging/receipt', (c) => receipt(c, parts))
  return app
}

async function telegram(c: Context, parts: WebParts): Promise<Response> {
  const config = parts.telegram
  if (!config || !secretMatches(config, c.req.header('x-telegram-bot-api-secret-token'))) {
    throw new FaultError('bad_signature')
  }
  const said = readUpdate(await readJson(c))
  if (said === null) throw new FaultError('malformed')
  if ('kind' in said) {
    parts.log.info({ channel: 'telegram', kind: said.kind }, 'update of no concern')
    return c.body(null, 200)
  }
  const happening = await meaningOf(parts, said)
  if (happening) await parts.handle(happening, said.key)
  return c.body(null, 200)
}

/** The same chat means different things from a lawyer and from anyone else. */
async function meaningOf(parts: WebParts, said: Said): Promise<Happening | null> {
  const { lawyers } = await parts.desk()
  const lawyer = lawyers.find(({ telegram }) => telegram === said.chat)?.id
  if (lawyer === undefined) {
    const station = stationOf(said.text)
    return {
      type: 'client.wrote',
      contact: contactRef(parts.seal, 'telegram', String(said.chat)),
      language: said.language,
      words: said.text,
      ...(station === undefined ? {} : { station }),
      ...(said.tapped ? { choice: said.tapped.choice, query: said.tapped.query } : {}),
    }
  }
  const presence = presenceWanted(said)
  if (presence) {
    const query = said.tapped?.query
    return {
      type: 'presence.set',
      lawyer,
      presence,
      until: presence === 'pause' ? parts.now() + PAUSE : null,
      via: 'telegram',
      ...(query === undefined ? {} : { query }),
    }
  }
  if (!said.tapped) {
    return {
      type: 'lawyer.wrote',
      conversation: null,
      lawyer,
      words: said.text,
      via: 'telegram',
      ...(said.replyTo === null ? {} : { replyTo: said.replyTo }),
    }
  }
  const { choice, query } = said.tapped
  const [act, offer = ''] = choice.split(':')
  if (act === 'take') return { type: 'offer.accepted', offer, lawyer, via: 'telegram', query }
  if (act !== 'pass') return null
  return { type: 'offer.passed', offer, lawyer, reason: passReasons[2], via: 'telegram', query }
}

/** A pause without an end, said in a word. */
const PAUSE = 30 * 60_000

/** "上岗", "/pause", or the button "我在": in either language, whichever the desk speaks. */
function presenceWanted({ text, tapped }: Said): Presence | null {
  const wanted = tapped ? /^presence:(\w+)$/.exec(tapped.choice)?.[1] : undefined
  return (
    presences.find(
      (presence) =>
        presence === wanted ||
        (text !== null &&
          languages.some((language) =>
            localeOf(language).lawyer.presenceWords[presence].includes(text.trim().toLowerCase()),
          )),
    ) ?? null
  )
}

/** A poster's or a link's `?start=`: the station it hangs in. */
const stationOf = (text: string | null): string | undefined =>
  text === null ? undefined : /^\/start\s+([\w.-]{1,64})$/.exec(text)?.[1]

/** Every form a carrier sends is proved before it is looked at. */
async function signedForm(
  c: Context,
  parts: WebParts,
): Promise<{ config: TwilioConfig; form: Form }> {
  const config = parts.twilio()
  const signature = c.req.header('x-twilio-signature')
  if (!config || signature === undefined) throw new FaultError('bad_signature')
  const form = await readForm(c)
  const { pathname, search } = new URL(c.req.url)
  if (!isSigned(config, signature, pathname + search, form)) throw new FaultError('bad_signature')
  return { config, form }
}

const callSid = z.string().regex(/^[A-Za-z0-9]{2,64}$/)

const xml = (c: Context, body: string): Response =>
  c.body(body, 200, { 'content-type': 'text/xml; charset=utf-8' })

async function callArrived(c: Context, parts: WebParts): Promise<Response> {
  const { config, form } = await signedForm(c, parts)
  const { CallSid: leg, To: to } = checked(z.object({ CallSid: callSid, To: z.string() }), form)
  if (isOver(form)) return xml(c, emptyResponse)
  const from = callerOf(form)
  const contact = from === null ? null : contactRef(parts.seal, 'phone', from)
  const lawyer =
    from === null ? undefined : (await parts.desk()).lawyers.find(({ phone }) => phone === from)?.id
  const handled = await parts.handle(
    { type: 'call.arrived', contact, leg, to, ...(lawyer === undefined ? {} : { lawyer }) },
    `voice:${leg}:arrived`,
  )
  return script(c, config, handled)
}

async function legStepped(c: Context, parts: WebParts): Promise<Response> {
  const { config, form } = await signedForm(c, parts)
  checked(z.object({ CallSid: callSid }), form)
  const leg = c.req.param('leg') ?? ''
  if (leg === TEST_LEG) return xml(c, toTwiml(config, testCall(await parts.desk())))
  // Twilio also asks what to do next of someone who has just hung up.
  const ended = readStatus(leg, form)
  if (ended) {
    await parts.handle(ended.happening, ended.key)
    return xml(c, emptyResponse)
  }
  const { happening, key } = readStep(leg, Number(c.req.param('step')), form)
  return script(c, config, await parts.handle(happening, key))
}

const script = (c: Context, config: TwilioConfig, { script: next }: Handled): Response =>
  xml(c, next ? toTwiml(config, next) : hangupResponse)

async function legStatus(c: Context, parts: WebParts): Promise<Response> {
  const { form } = await signedForm(c, parts)
  const { CallSid: sid } = checked(z.object({ CallSid: callSid }), form)
  const leg = c.req.param('leg') ?? sid
  if (leg === TEST_LEG) return xml(c, emptyResponse)
  const ended = readStatus(leg, form)
  if (ended) await parts.handle(ended.happening, ended.key)
  else parts.log.debug({ channel: 'phone', status: form.CallStatus }, 'call goes on')
  return xml(c, emptyResponse)
}

async function messaging(c: Context, parts: WebParts): Promise<Response> {
  const { form } = await signedForm(c, parts)
  const message = readMessage(form)
  if (message === null) throw new FaultError('malformed')
  if ('kind' in message) {
    parts.log.info({ channel: 'messaging', kind: message.kind }, 'message of no concern')
    return xml(c, emptyResponse)
  }
  const { channel, from, text, key } = message
  await parts.handle(
    {
      type: 'client.wrote',
      contact: contactRef(parts.seal, channel, from),
      language: null,
      words: text,
    },
    key,
  )
  return xml(c, emptyResponse)
}

async function receipt(c: Context, parts: WebParts): Promise<Response> {
  const { form } = await signedForm(c, parts)
  const lost = readReceipt(form)
  const item = lost && (await itemByReceipt(parts.engine.db, lost.sid))
  if (lost && item) {
    await parts.handle(
      { type: 'delivery.failed', item, code: lost.code },
      `twilio:${lost.sid}:lost`,
    )
  }
  return xml(c, emptyResponse)
}
