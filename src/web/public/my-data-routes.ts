import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import { FaultError } from '../../desk/fault.ts'
import { myData } from '../../store/read/my-data.ts'
import { readForm } from '../answer.ts'
import { MAX_TEXT } from '../api/staff-app.ts'
import { knownContact } from '../chat-api.ts'
import { CHAT_COOKIE } from '../chat-cookie.ts'
import { correct, exported, forget } from '../my-data.ts'
import type { WebParts } from '../parts.ts'
import { pageOf } from './layout.ts'
import { type Done, myDataPage } from './my-data-page.ts'

export function myDataPages(parts: WebParts, version: string): Hono {
  const app = new Hono()
  const mine = async (c: Context) => {
    const token = getCookie(c, CHAT_COOKIE)
    return token ? knownContact(parts, token) : null
  }
  const must = async (c: Context) => {
    const contact = await mine(c)
    if (!contact) throw new FaultError('unknown_token')
    return contact.id
  }
  const back = (c: Context, done: Done) => {
    const lang = c.req.query('lang') === 'en' ? '&lang=en' : ''
    return c.redirect(`/my-data?done=${done}${lang}`, 303)
  }

  app.get('/', async (c) => {
    const desk = await parts.desk()
    const contact = await mine(c)
    const data = contact && (await myData(parts.engine.db, parts.seal, desk, contact.id))
    c.header('cache-control', 'no-store')
    return c.html(myDataPage(pageOf(c, desk, version), data, doneOf(c.req.query('done'))))
  })
  app.get('/export.json', async (c) => exported(c, parts, await must(c)))
  app.post('/correct', async (c) => {
    const contact = await must(c)
    const text = (await readForm(c)).text?.trim() ?? ''
    if (text === '') throw new FaultError('malformed', { fields: ['text'] })
    if (text.length > MAX_TEXT) throw new FaultError('too_large', { fields: ['text'] })
    await correct(parts, contact, text)
    return back(c, 'corrected')
  })
  app.post('/delete', async (c) => {
    const contact = await must(c)
    if ((await readForm(c)).sure !== '1') throw new FaultError('malformed', { fields: ['sure'] })
    const { later } = await forget(parts, contact)
    if (later > 0) return back(c, 'later')
    deleteCookie(c, CHAT_COOKIE, { path: '/' })
    return back(c, 'deleted')
  })
  return app
}

const doneOf = (text: string | undefined): Done =>
  text === 'corrected' || text === 'deleted' || text === 'later' ? text : null
