import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import { FaultError } from '../../desk/fault.ts'
import { todayChanges } from '../../desk/rota/today.ts'
import { clientEvents } from '../../store/read/client.ts'
import type { EntryView } from '../../store/read/entry.ts'
import { readForm } from '../answer.ts'
import { knownContact, openChat, writeChat } from '../chat-api.ts'
import { CHAT_COOKIE, keepToken } from '../chat-cookie.ts'
import type { WebParts } from '../parts.ts'
import { chat } from './chat-page.ts'
import { pageOf } from './layout.ts'
import { book, home, learn } from './pages.ts'
import { rotaPages } from './rota-routes.ts'
import { today } from './today-page.ts'

/** The pages clients see. */

export function pages(parts: WebParts, version: string): Hono {
  const app = new Hono()
  const page = async (c: Context) => pageOf(c, await parts.desk(), version)

  app.get('/', async (c) => c.html(home(await page(c), parts.now())))
  app.get('/today', async (c) => {
    const now = parts.now()
    const shown = await page(c)
    // A screen left open shows the next lawyer when the shift changes, script or not (R27.2).
    const seconds = Math.ceil((todayChanges(shown.desk, now) - now) / 1000) + 1
    c.header('refresh', String(seconds))
    c.header('cache-control', 'no-cache')
    return c.html(today(shown, now))
  })
  app.route('/', rotaPages(parts, version))
  app.get('/learn', async (c) => c.html(learn(await page(c), parts.content)))
  app.get('/book', async (c) => c.html(book(await page(c))))

  app.get('/chat', async (c) => {
    const contact = await mine(c, parts)
    const events = contact ? await allEvents(parts, contact.id) : []
    return c.html(
      chat({ ...(await page(c)), events, open: contact !== null, purpose: purposeOf(c) }),
    )
  })

  // Without script: what was written is kept, and the lawyer is asked for, in one step.
  app.post('/chat', async (c) => {
    const form = await readForm(c)
    const { language } = await page(c)
    let contact = await mine(c, parts)
    if (!contact) {
      const { token } = await openChat(parts, language)
      keepToken(c, parts, token)
      contact = await knownContact(parts, token)
    }
    if (!contact) throw new FaultError('internal')
    const text = form.text?.trim() || undefined
    const tapped = /^[a-z][a-z0-9:_-]{0,63}$/.test(form.choice ?? '') ? form.choice : undefined
    const wanted = (await served(parts, contact.id)) ? undefined : (purposeOf(c) ?? 'lawyer')
    const choice = tapped ?? (text ? wanted : undefined)
    if (text || choice) {
      await writeChat(parts, contact, randomUUID(), tapped ? undefined : text, choice)
    }
    return c.redirect(language === 'en' ? '/chat?lang=en' : '/chat', 303)
  })

  app.post('/chat/leave', async (c) => {
    deleteCookie(c, CHAT_COOKIE, { path: '/' })
    return c.redirect('/', 303)
  })
  return app
}

const purposeOf = (c: Context) => {
  const to = c.req.query('to')
  return to === 'lawyer' || to === 'appointment' ? to : null
}

async function mine(c: Context, parts: WebParts) {
  const token = getCookie(c, CHAT_COOKIE)
  return token ? knownContact(parts, token) : null
}

/** Whether the lawyer is asked for, or there, already. */
async function served(parts: WebParts, contact: string): Promise<boolean> {
  const events = await allEvents(parts, contact)
  const last = events.findLast(({ type }) => ['queued', 'card', 'closed', 'pledged'].includes(type))
  return last !== undefined && last.type !== 'closed'
}

async function allEvents(parts: WebParts, contact: string): Promise<EntryView[]> {
  const events: EntryView[] = []
  let after = 0
  for (;;) {
    const { lines, next } = await clientEvents(parts.engine.db, parts.seal, contact, after)
    if (next === after) return events
    events.push(...lines)
    after = next
  }
}
