import { html } from 'hono/html'
import type { Slot } from '../../desk/appointment/appointment.ts'
import { appointmentStints } from '../../desk/appointment/slots.ts'
import type { Desk } from '../../desk/desk.ts'
import { sayTimeEn, sayTimeZh } from '../../desk/locale/time.ts'
import { lawyersOf } from '../../desk/rota.ts'
import { dayBounds, localDate, localTime } from '../../desk/zone.ts'
import { bookingPageWords } from '../locale/booking.ts'
import type { Html, Page } from './layout.ts'

/** Free times day by day, each a button: plain forms, so that they work without script. */

const DAYS_AT_ONCE = 3
const TIMES_AT_ONCE = 12
/** More times of one day than anybody reads through. */
const MOST = 60

export interface Times {
  page: Page
  slots: Slot[]
  now: number
  /** Where a chosen time is sent. */
  action: string
  /** Whether whole full days are shown, with their waiting list. */
  full: boolean
}

/** 明天（11月24日，周二）. */
export function dayName(page: Page, instant: number, now: number): string {
  const zone = page.desk.timezone
  const { month, day, weekday } = localTime(zone, instant)
  if (page.language === 'en') {
    const said = sayTimeEn(instant, now, zone).replace(/ at .*/, '')
    const date = `${weekEn[weekday]} ${day}/${month}`
    return said.startsWith('on') ? date : `${said.charAt(0).toUpperCase()}${said.slice(1)}, ${date}`
  }
  const near = /^(今天|明天|后天)/.exec(sayTimeZh(instant, now, zone))?.[1] ?? ''
  return `${near} ${month}月${day}日 周${week[weekday]}`.trim()
}
const week = ['一', '二', '三', '四', '五', '六', '日']
const weekEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export function timesOf(times: Times): Html {
  const { page, slots, now } = times
  const words = bookingPageWords[page.language]
  const days = new Map<string, Slot[]>()
  if (times.full) for (const date of fullDays(page.desk, slots, now)) days.set(date, [])
  for (const slot of slots) {
    const date = localDate(page.desk.timezone, slot.from)
    days.set(date, [...(days.get(date) ?? []), slot])
  }
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1))
  const first = sorted.slice(0, DAYS_AT_ONCE).map(([date, free]) => dayOf(times, date, free))
  const rest = sorted.slice(DAYS_AT_ONCE).map(([date, free]) => dayOf(times, date, free))
  return html`${first}${
    rest.length > 0
      ? html`<details class="days"><summary>${words.laterDays}</summary>${rest}</details>`
      : ''
  }`
}

/** Days on which lawyers have hours for appointments, and none is left. */
function fullDays(desk: Desk, slots: Slot[], now: number): string[] {
  const zone = desk.timezone
  const { from, to } = dayBounds(zone, now, 7)
  const free = new Set(slots.map((slot) => localDate(zone, slot.from)))
  const hours = appointmentStints(desk, Math.max(from, now), to)
    .filter(({ window }) => window.to > now)
    .map(({ window }) => localDate(zone, Math.max(window.from, now)))
  return [...new Set(hours)].filter((date) => !free.has(date))
}

function dayOf({ page, now, action }: Times, date: string, free: Slot[]): Html {
  const words = bookingPageWords[page.language]
  const noon = Date.parse(`${date}T12:00:00Z`)
  const name = dayName(page, free[0]?.from ?? noon, now)
  const lawyers = lawyersOf(page.desk)
  const button = (slot: Slot): Html => {
    const clock = words.clock(localTime(page.desk.timezone, slot.from).minute)
    return html`<button type="submit" name="slot" value="${slot.id}">${clock} <small>${lawyers.get(slot.lawyer)?.name ?? ''}</small></button>`
  }
  const shown = free.slice(0, TIMES_AT_ONCE).map(button)
  const rest = free.slice(TIMES_AT_ONCE, MOST).map(button)
  return html`<section class="day"><h3>${name}</h3>
${
  free.length === 0
    ? html`<p>${words.full} <a href="/book/wait?day=${date}${page.language === 'en' ? '&lang=en' : ''}">${words.wait}</a></p>`
    : html`<form method="post" action="${action}"><input type="hidden" name="act" value="choose"><div class="times">${shown}</div>
${rest.length > 0 ? html`<details><summary>${words.more}</summary><div class="times">${rest}</div></details>` : ''}</form>`
}</section>`
}
