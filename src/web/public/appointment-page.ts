import { html } from 'hono/html'
import type { Appointment, Slot } from '../../desk/appointment/appointment.ts'
import type { Method } from '../../desk/desk.ts'
import { appointmentWords } from '../../desk/locale/appointment.ts'
import { lawyersOf } from '../../desk/rota.ts'
import { localTime } from '../../desk/zone.ts'
import { bookingPageWords } from '../locale/booking.ts'
import { phoneField } from './book-page.ts'
import { at, type Html, layout, type Page } from './layout.ts'
import { timesOf } from './times.ts'

/** /a/{token}: one appointment, for whoever holds its link. Nothing about the case is on it. */

export interface Shown {
  page: Page
  one: Appointment
  link: string
  now: number
  /** Ways of meeting this slot has, while it is held. */
  methods: Method[]
  wrong: boolean
  notice: string | null
}

export function appointmentPage(shown: Shown): Html {
  const { page, one } = shown
  const words = bookingPageWords[page.language]
  return layout(
    page,
    words.mine,
    html`<h1>${words.mine}</h1>
${shown.notice ? html`<p class="notice" role="alert">${shown.notice}</p>` : ''}
${one.state === 'held' ? heldOf(shown) : one.state === 'booked' ? bookedOf(shown) : otherOf(shown)}`,
  )
}

function facts({ page, one, now }: Shown, lawyer: boolean): Html {
  const words = bookingPageWords[page.language]
  const { labels } = words
  const person = lawyersOf(page.desk).get(one.lawyer)
  const station = page.desk.stations.find(({ id }) => id === one.station)
  const time = appointmentWords[page.language].when(one.from, now, page.desk.timezone)
  return html`<dl class="facts"><dt>${labels.time}</dt><dd><b>${time}</b></dd>
${one.state === 'held' ? '' : html`<dt>${labels.how}</dt><dd>${words.how[one.method]}</dd>`}
${one.method === 'onsite' && station ? html`<dt>${labels.at}</dt><dd>${station.address ?? station.name}</dd>` : ''}
${person ? html`<dt>${labels.lawyer}</dt><dd>${person.name}</dd>` : ''}
${lawyer && person ? html`<dt>${labels.firm}</dt><dd>${person.firm}</dd><dt>${labels.licence}</dt><dd>${person.licence}</dd>` : ''}</dl>`
}

function heldOf(shown: Shown): Html {
  const { page, one, link, methods, wrong } = shown
  const words = bookingPageWords[page.language]
  const until = words.clock(localTime(page.desk.timezone, one.heldUntil ?? one.from).minute)
  const form = (method: Method, inside: Html): Html =>
    html`<form method="post" action="${at(page, link)}" class="ask"><input type="hidden" name="act" value="confirm"><input type="hidden" name="method" value="${method}">${inside}</form>`
  return html`${facts(shown, false)}
<p>${words.held(until)}</p>
${methods.includes('phone') ? form('phone', html`${phoneField(page, wrong)}<button type="submit" class="primary">${words.byPhone}</button>`) : ''}
${methods.includes('online') ? form('online', html`<button type="submit" class="${methods.includes('phone') ? '' : 'primary'}">${words.byChat}</button><small>${words.byChatNote}</small>`) : ''}
${methods.includes('onsite') ? form('onsite', html`${phoneField(page, wrong && !methods.includes('phone'))}<button type="submit">${words.byVisit}</button>`) : ''}
<p><a href="${at(page, '/book')}">${words.back}</a></p>`
}

function bookedOf(shown: Shown): Html {
  const { page, one, link } = shown
  const words = bookingPageWords[page.language]
  return html`<p class="lead">${one.alert === 'no_lawyer' ? words.unsure : words.booked}</p>
${facts(shown, true)}
${one.method === 'phone' ? html`<p>${words.phoneNote}</p>` : ''}
${one.method === 'online' ? html`<p>${words.chatNote}</p><p><a class="way" href="${at(page, '/chat')}"><b>${words.openChat}</b></a></p>` : ''}
<p><a class="way" href="${at(page, `${link}/calendar.ics`)}"><b>${words.calendar}</b></a></p>
<p><a class="way" href="${at(page, `${link}/move`)}"><b>${words.move}</b></a></p>
${cancelOf(shown)}
<p><a class="way first" href="${at(page, '/chat?to=lawyer')}"><b>${words.now}</b><span>${words.nowNote}</span></a></p>`
}

function cancelOf({ page, link }: Shown): Html {
  const words = bookingPageWords[page.language]
  return html`<details class="cancel"><summary>${words.cancel}</summary>
<form method="post" action="${at(page, link)}"><input type="hidden" name="act" value="cancel"><button type="submit">${words.cancelSure}</button></form></details>`
}

function otherOf(shown: Shown): Html {
  const { page, one } = shown
  const words = bookingPageWords[page.language]
  return html`<p class="lead">${words.states[one.state]}</p>
${one.state === 'wanted' || one.state === 'lapsed' ? '' : facts(shown, true)}
${one.state === 'begun' && one.method === 'online' ? html`<p><a class="way" href="${at(page, '/chat')}"><b>${words.openChat}</b></a></p>` : ''}
${one.state === 'wanted' ? cancelOf(shown) : ''}
<p><a class="way first" href="${at(page, '/chat?to=lawyer')}"><b>${words.now}</b><span>${words.nowNote}</span></a></p>
${one.state === 'wanted' || one.state === 'begun' ? '' : html`<p><a class="way" href="${at(page, '/book')}"><b>${words.again}</b></a></p>`}`
}

/** Another time, while the old one stands. */
export function movePage(shown: Shown, slots: Slot[]): Html {
  const { page, link, now } = shown
  const words = bookingPageWords[page.language]
  return layout(
    page,
    words.move,
    html`<h1>${words.move}</h1>
${shown.notice ? html`<p class="notice" role="alert">${shown.notice}</p>` : ''}
<p class="lead">${words.moveLead}</p>
${facts(shown, false)}
<h2>${words.choose}</h2>
${
  slots.length === 0
    ? html`<p>${words.none}</p>`
    : timesOf({ page, slots, now, action: at(page, link), full: false })
}
<p><a href="${at(page, link)}">${words.mine}</a></p>`,
  )
}
