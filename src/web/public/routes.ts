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
import { bookingPages } from './booking-routes.ts'
import { chat } from './chat-page.ts'
import { invitePages } from './invite-routes.ts'
import { type Html, pageOf } from './layout.ts'
import { glossary, learn } from './learn-pages.ts'
import { myDataPages } from './my-data-routes.ts'
import { home } from './pages.ts'
import { handsOf, privacyPage } from './privacy-page.ts'
import { rightsSheet, stageOf } from './rights-sheet.ts'
import { rotaPages } from './rota-routes.ts'
import { today } from './today-page.ts'
import { termsOf } from './words.ts'

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
  app.get('/privacy', async (c) => c.html(privacyPage(await page(c), handsOf(parts))))
  app.route('/my-data', myDataPages(parts, version))
  app.route('/', invitePages(parts, version))
  app.get('/learn', async (c) => found(c, learn(await page(c), parts.content)))
  app.get('/learn/words', async (c) => c.html(glossary(await page(c), parts.content)))
  app.get('/learn/words.json', async (c) => {
    const { language } = await page(c)
    c.header('cache-control', 'public, max-age=3600')
    const terms = termsOf(parts.content, language)
    return c.json(terms.map(({ term, also, plain }) => ({ names: [term, ...also], plain })))
  })
  app.get('/learn/rights', async (c) => {
    const view = await page(c)
    const org = (c.req.query('org') ?? '').slice(0, MAX_ORG)
    const phone = view.desk.stations[0]?.phone ?? null
    const stage = stageOf(c.req.query('stage'))
    const { publicUrl } = parts
    return c.html(rightsSheet(view, parts.content, { stage, org, publicUrl, phone }))
  })
  app.get('/learn/:flow', async (c) =>
    found(c, learn(await page(c), parts.content, c.req.param('flow'))),
  )
  app.route('/', bookingPages(parts, version))

  app.get('/chat', async (c) => {
    const contact = await mine(c, parts)
    const events = contact ? await allEvents(parts, contact.id) : []
    const view = await page(c)
    const terms = termsOf(parts.content, view.language)
    return c.html(chat({ ...view, events, terms, open: contact !== null, purpose: purposeOf(c) }))
  })

  // Without script: what was written is kept, and the lawyer is asked for, in one step.
  app.post('/chat', async (c) => {
    const form = await readForm(c)
    const { language } = await page(c)
    let contact = await mine(c, parts)
    if (!contact) {
      const { token } = await openChat(parts, language, c.req.query('station'))
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

/** The name of an authority, as printed on a sheet. */
const MAX_ORG = 60

function found(c: Context, view: Html | null) {
  if (!view) throw new FaultError('not_found')
  return c.html(view)
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
