import { html } from 'hono/html'
import type { Slot } from '../../desk/appointment/appointment.ts'
import { bookingPageWords } from '../locale/booking.ts'
import { at, type Html, layout, type Page } from './layout.ts'
import { dayName, timesOf } from './times.ts'

/** Choosing a time; the lawyer now stands above it, always (R20.2). */
export function bookPage(page: Page, slots: Slot[], now: number, notice: string | null): Html {
  const words = bookingPageWords[page.language]
  return layout(
    page,
    words.title,
    html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${notice ? html`<p class="notice" role="alert">${notice}</p>` : ''}
<p><a class="way first" href="${at(page, '/chat?to=lawyer')}"><b>${words.now}</b><span>${words.nowNote}</span></a></p>
<h2>${words.choose}</h2>
${
  slots.length === 0
    ? html`<p>${words.none}</p><p><a class="way" href="${at(page, '/book/wait')}"><b>${words.wait}</b></a></p>`
    : timesOf({ page, slots, now, action: at(page, '/book'), full: true })
}`,
  )
}

/** How somebody on the waiting list is told. */
export function waitPage(page: Page, day: string | null, now: number, wrong: boolean): Html {
  const words = bookingPageWords[page.language]
  const name = day === null ? words.anyDay : dayName(page, Date.parse(`${day}T12:00:00Z`), now)
  return layout(
    page,
    words.waitTitle,
    html`<h1>${words.waitTitle}</h1>
<p class="lead">${words.waitLead(name)}</p>
<form method="post" action="${at(page, '/book/wait')}" class="ask">
${day === null ? '' : html`<input type="hidden" name="day" value="${day}">`}
${phoneField(page, wrong)}
<button type="submit" class="primary" name="method" value="phone">${words.wait}</button>
</form>
<form method="post" action="${at(page, '/book/wait')}" class="ask">
${day === null ? '' : html`<input type="hidden" name="day" value="${day}">`}
<button type="submit" name="method" value="online">${words.waitOnline}</button>
</form>
<p><a href="${at(page, '/book')}">${words.back}</a></p>`,
  )
}

export function phoneField(page: Page, wrong: boolean): Html {
  const words = bookingPageWords[page.language]
  return html`<label for="phone">${words.phone}</label>
<input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel" required maxlength="20" aria-describedby="phone-hint${wrong ? ' phone-wrong' : ''}"${wrong ? html` aria-invalid="true" autofocus` : ''}>
<small id="phone-hint">${words.phoneHint}</small>
${wrong ? html`<p id="phone-wrong" class="wrong" role="alert">${words.phoneWrong}</p>` : ''}`
}
