import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import { FaultError } from '../../desk/fault.ts'
import { contactOfPass } from '../../store/pass.ts'
import { isKnownContact } from '../../store/read/client.ts'
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
  const mine = async (c: Context): Promise<{ id: string } | null> => {
    const pass = c.req.param('pass')
    if (pass !== undefined) return byPass(pass)
    const token = getCookie(c, CHAT_COOKIE)
    return token ? knownContact(parts, token) : null
  }
  /** Sent to a number or a chat: who came by one of those has no cookie. */
  const byPass = async (pass: string): Promise<{ id: string } | null> => {
    const id = contactOfPass(parts.seal, pass, parts.now())
    return id !== null && (await isKnownContact(parts.engine.db, id)) ? { id } : null
  }
  const baseOf = (c: Context): string => {
    const pass = c.req.param('pass')
    return pass === undefined ? '/my-data' : `/my-data/p/${pass}`
  }
  const must = async (c: Context) => {
    const contact = await mine(c)
    if (!contact) throw new FaultError('unknown_token')
    return contact.id
  }
  const back = (c: Context, done: Done) => {
    const lang = c.req.query('lang') === 'en' ? '&lang=en' : ''
    return c.redirect(`${baseOf(c)}?done=${done}${lang}`, 303)
  }

  const both = (path: string): string[] => [
    path,
    `/p/:pass{[\\w-]{40,260}}${path === '/' ? '' : path}`,
  ]

  app.on('GET', both('/'), async (c) => {
    const desk = await parts.desk()
    const contact = await mine(c)
    const data = contact && (await myData(parts.engine.db, parts.seal, desk, contact.id))
    c.header('cache-control', 'no-store')
    return c.html(
      myDataPage(pageOf(c, desk, version), data, doneOf(c.req.query('done')), baseOf(c)),
    )
  })
  app.on('GET', both('/export.json'), async (c) => exported(c, parts, await must(c)))
  app.on('POST', both('/correct'), async (c) => {
    const contact = await must(c)
    const text = (await readForm(c)).text?.trim() ?? ''
    if (text === '') throw new FaultError('malformed', { fields: ['text'] })
    if (text.length > MAX_TEXT) throw new FaultError('too_large', { fields: ['text'] })
    await correct(parts, contact, text)
    return back(c, 'corrected')
  })
  app.on('POST', both('/delete'), async (c) => {
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
