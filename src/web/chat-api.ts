import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import { languages } from '../desk/desk.ts'
import type { ContactRef } from '../desk/event.ts'
import { FaultError } from '../desk/fault.ts'
import { clientEvents, isKnownContact } from '../store/read/client.ts'
import { checked, prefersEnglish, readJson, readText } from './answer.ts'
import { MAX_TEXT } from './api/staff-app.ts'
import { CHAT_COOKIE, keepToken } from './chat-cookie.ts'
import { contactRef } from './contact.ts'
import type { WebParts } from './parts.ts'
import { cursorOf, tail } from './sse.ts'

/** The JSON beneath the chat page. The token is all a client has and needs; the database knows its hash alone. */

const opening = z.object({
  language: z.enum(languages).optional(),
  station: z.string().max(64).optional(),
})

/** A text, a choice, or a text with what it is written for: `{text, choice: 'lawyer'}`. */
const writing = z.object({
  id: z.uuid(),
  text: z.string().trim().min(1).optional(),
  choice: z
    .string()
    .regex(/^[a-z][a-z0-9:_-]{0,63}$/)
    .optional(),
})

export function chatApi(parts: WebParts): Hono {
  const app = new Hono()

  app.post('/', async (c) => {
    const given = checked(opening, await optionalJson(c))
    const language = given.language ?? (prefersEnglish(c) ? 'en' : (await parts.desk()).language)
    const { token, conversation } = await openChat(parts, language, given.station)
    keepToken(c, parts, token)
    return c.json({ token, conversation }, 201)
  })

  app.post('/messages', async (c) => {
    const contact = await contactOf(c, parts)
    const { id, text, choice } = checked(writing, await readJson(c))
    if (text === undefined && choice === undefined) {
      throw new FaultError('malformed', { fields: ['text', 'choice'] })
    }
    const seq = await writeChat(parts, contact, id, text, choice)
    return c.json({ seq }, 202)
  })

  app.get('/events', async (c) => {
    const contact = await contactOf(c, parts)
    const { bell, engine, seal } = parts
    return tail(c, {
      bell,
      topics: async () => [contact.id],
      after: cursorOf(c),
      read: (after) => clientEvents(engine.db, seal, contact.id, after),
      durable: () => engine.durable(),
    })
  })

  return app
}

export async function openChat(
  parts: WebParts,
  language: (typeof languages)[number],
  station?: string,
): Promise<{ token: string; conversation: string | null }> {
  const token = randomBytes(24).toString('base64url')
  const contact = contactRef(parts.seal, 'webchat', token)
  // The token itself is kept nowhere: whoever holds it is the client.
  const { conversation } = await parts.handle({
    type: 'chat.opened',
    contact: { ...contact, address: '' },
    language,
    ...(station === undefined ? {} : { station }),
  })
  return { token, conversation }
}

/** Returns the number of the line it is kept in; a repeat of the same id gets the first one's. */
export async function writeChat(
  parts: WebParts,
  contact: ContactRef,
  id: string,
  text: string | undefined,
  choice?: string,
): Promise<number> {
  if (text !== undefined && text.length > MAX_TEXT) {
    throw new FaultError('too_large', { fields: ['text'] })
  }
  const { fault, seq } = await parts.handle(
    {
      type: 'client.wrote',
      contact,
      language: null,
      words: text ?? null,
      ...(choice === undefined ? {} : { choice }),
    },
    `chat:${contact.id}:${id}`,
  )
  if (fault) throw new FaultError(fault.code, fault)
  return seq
}

/** The contact a token stands for; null where nobody was ever given it. */
export async function knownContact(parts: WebParts, token: string): Promise<ContactRef | null> {
  const contact = { ...contactRef(parts.seal, 'webchat', token), address: '' }
  return (await isKnownContact(parts.engine.db, contact.id)) ? contact : null
}

export async function contactOf(c: Context, parts: WebParts): Promise<ContactRef> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const asked = c.req.method === 'GET' ? c.req.query('token') : undefined
  const token = bearer ?? asked ?? getCookie(c, CHAT_COOKIE)
  const contact = token ? await knownContact(parts, token) : null
  if (!contact) throw new FaultError('unknown_token')
  return contact
}

async function optionalJson(c: Context): Promise<unknown> {
  if (c.req.header('content-type')) return readJson(c)
  if ((await readText(c)) !== '') throw new FaultError('wrong_type')
  return {}
}
