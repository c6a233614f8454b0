import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppointmentAct } from '../../desk/appointment/act.ts'
import type { Appointment, Slot } from '../../desk/appointment/appointment.ts'
import { bookable, slotsOf } from '../../desk/appointment/slots.ts'
import type { Language, Method } from '../../desk/desk.ts'
import type { ContactRef } from '../../desk/event.ts'
import { FaultError } from '../../desk/fault.ts'
import { newId } from '../../handle.ts'
import {
  appointmentById,
  appointmentByToken,
  inConflictWith,
  takenBetween,
} from '../../store/read/appointment.ts'
import { currentConversation } from '../../store/read/client.ts'
import { readForm } from '../answer.ts'
import { appointmentCalendar } from '../appointment-calendar.ts'
import { knownContact } from '../chat-api.ts'
import { CHAT_COOKIE, keepToken } from '../chat-cookie.ts'
import { contactRef } from '../contact.ts'
import { bookingPageWords } from '../locale/booking.ts'
import type { WebParts } from '../parts.ts'
import { appointmentPage, movePage, type Shown } from './appointment-page.ts'
import { bookPage, waitPage } from './book-page.ts'
import { at, pageOf } from './layout.ts'

/** Booking without signing in: a time is chosen and kept, then who one is; the link is the key from then on. */

const TOKEN = '/a/:token{[A-Za-z0-9_-]+}'
const client = { role: 'client', id: null } as const

export function bookingPages(parts: WebParts, version: string): Hono {
  const app = new Hono()
  const { handle, engine, seal, now } = parts
  const page = async (c: Context) => pageOf(c, await parts.desk(), version)

  async function free(conversation: string | null): Promise<Slot[]> {
    const desk = await parts.desk()
    const { from, to } = bookable(desk, now())
    const slots = slotsOf(desk, await takenBetween(engine.db, from, to), now())
    if (conversation === null) return slots
    const never = new Set(await inConflictWith(engine.db, conversation))
    return slots.filter(({ lawyer }) => !never.has(lawyer))
  }

  /** False where the time has gone meanwhile; other refusals are a page of their own. */
  async function ask(
    act: AppointmentAct,
    about: {
      appointment?: string
      conversation?: string
      contact?: ContactRef
      language?: Language
    } = {},
  ): Promise<boolean> {
    const { fault } = await handle({ type: 'appointment.asked', by: client, act, ...about })
    if (fault && fault.code !== 'slot_gone') throw new FaultError(fault.code, fault)
    return fault === null
  }

  async function found(c: Context): Promise<Appointment> {
    c.header('x-robots-tag', 'noindex')
    c.header('cache-control', 'no-store')
    const one = await appointmentByToken(engine.db, seal, c.req.param('token') ?? '')
    if (!one) throw new FaultError('not_found')
    return one
  }

  async function shown(c: Context, one: Appointment, wrong = false): Promise<Shown> {
    const view = await page(c)
    const gone = c.req.query('gone') !== undefined
    return {
      page: view,
      one,
      link: linkOf(one),
      now: now(),
      methods: one.state === 'held' ? await methodsOf(one) : [],
      wrong,
      notice: gone ? bookingPageWords[view.language].gone : null,
    }
  }

  /** A held slot is in nobody's list; asked without the holds it is there. */
  async function methodsOf(one: Appointment): Promise<Method[]> {
    const others = (await takenBetween(engine.db, one.from, one.to)).filter(
      ({ id }) => id !== one.id,
    )
    const desk = await parts.desk()
    const same = slotsOf(desk, others, one.createdAt, { from: one.from, to: one.from + 1 })
    const slot = same.find(({ lawyer, to }) => lawyer === one.lawyer && to === one.to)
    return slot?.methods ?? [one.method]
  }

  /** Who asks, by this browser's own chat, a new one, or a number; null where the number is none. */
  async function whoAsks(c: Context, method: string | undefined, phone: string | undefined) {
    const { language } = await page(c)
    if (method === 'online') {
      const token = getCookie(c, CHAT_COOKIE)
      const known = token ? await knownContact(parts, token) : null
      const current = known && (await currentConversation(engine.db, known.id))
      if (current) return { conversation: current.id }
      const fresh = randomBytes(24).toString('base64url')
      keepToken(c, parts, fresh)
      return { contact: { ...contactRef(seal, 'webchat', fresh), address: '' }, language }
    }
    const number = numberOf(phone)
    return number === null ? null : { contact: contactRef(seal, 'phone', number), language }
  }

  app.get('/book', async (c) => {
    const view = await page(c)
    const gone = c.req.query('gone') !== undefined
    const notice = gone ? bookingPageWords[view.language].gone : null
    c.header('cache-control', 'no-store')
    return c.html(bookPage(view, await free(null), now(), notice))
  })

  app.post('/book', async (c) => {
    const { slot = '' } = await readForm(c)
    const id = newId()
    const view = await page(c)
    if (!(await ask({ do: 'hold', id, slot }))) return c.redirect(at(view, '/book?gone'), 303)
    return c.redirect(at(view, await linkById(id)), 303)
  })

  app.get('/book/wait', async (c) => c.html(waitPage(await page(c), dayOf(c), now(), false)))

  app.post('/book/wait', async (c) => {
    const { method, phone, day } = await readForm(c)
    const who = await whoAsks(c, method, phone)
    const view = await page(c)
    const wish = dateOf(day)
    if (!who) return c.html(waitPage(view, wish, now(), true), 400)
    const id = newId()
    await ask({ do: 'wait', id, day: wish }, who)
    return c.redirect(at(view, await linkById(id)), 303)
  })

  async function linkById(id: string): Promise<string> {
    const token = await tokenOf(id)
    return `/a/${token}`
  }

  async function tokenOf(id: string): Promise<string> {
    const one = await appointmentById(engine.db, id, seal)
    if (!one?.token) throw new FaultError('internal')
    return one.token
  }

  app.get(TOKEN, async (c) => c.html(appointmentPage(await shown(c, await found(c)))))

  app.get(`${TOKEN}/move`, async (c) => {
    const one = await found(c)
    if (one.state !== 'booked') return c.redirect(linkOf(one), 303)
    return c.html(movePage(await shown(c, one), await free(one.conversation)))
  })

  app.get(`${TOKEN}/calendar.ics`, async (c) => {
    const one = await found(c)
    if (one.state === 'held' || one.state === 'wanted') throw new FaultError('not_found')
    const { language, desk } = await page(c)
    const link = `${parts.publicUrl}${linkOf(one)}`
    return c.body(appointmentCalendar(desk, one, link, now(), language), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="appointment.ics"',
    })
  })

  app.post(TOKEN, async (c) => {
    const one = await found(c)
    const { act, slot = '', method, phone } = await readForm(c)
    const view = await page(c)
    const appointment = one.id
    const back = (path = linkOf(one)) => c.redirect(at(view, path), 303)
    switch (act) {
      case 'confirm': {
        const ways = one.state === 'held' ? await methodsOf(one) : []
        const way = ways.find((name) => name === method)
        if (!way) return back()
        const who = await whoAsks(c, way, phone)
        if (!who) return c.html(appointmentPage(await shown(c, one, true)), 400)
        const kept = await ask({ do: 'confirm', method: way }, { appointment, ...who })
        return kept ? back() : back('/book?gone')
      }
      case 'choose':
      case 'move': {
        const moved = await ask({ do: 'move', slot }, { appointment })
        return moved ? back() : back(`${linkOf(one)}/move?gone`)
      }
      case 'cancel':
        await ask({ do: 'cancel' }, { appointment })
        return back()
      default:
        throw new FaultError('malformed', { fields: ['act'] })
    }
  })

  return app
}

const linkOf = ({ token }: Appointment): string => `/a/${token ?? ''}`

const dateOf = (text: string | undefined): string | null =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null

const dayOf = (c: Context): string | null => dateOf(c.req.query('day'))

/** A mainland mobile number as people write it, or any number in full. */
export function numberOf(text: string | undefined): string | null {
  const digits = (text ?? '').normalize('NFKC').replace(/[\s().-]/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return `+86${digits}`
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null
}
