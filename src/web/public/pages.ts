import { html } from 'hono/html'
import { dutyNow, nobodyOn } from './duty-list.ts'
import { at, type Html, layout, type Page } from './layout.ts'

export function home(page: Page, now: number): Html {
  const { desk, words } = page
  const on = dutyNow(page, now)
  const phone = desk.stations[0]?.phone
  return layout(
    page,
    words.homeTitle,
    html`<h1>${words.homeTitle}</h1>
<p class="lead">${words.homeLead}</p>
<section class="on" aria-label="${words.onDutyNow}">
${
  on.length > 0
    ? html`<p><b>${words.onDutyNow}</b>${on.map(({ lawyer }) => lawyer.name).join(words.and)}</p>`
    : nobodyOn(page, now)
}
</section>
<nav class="ways">
<a class="way first" href="${at(page, '/chat?to=lawyer')}"><b>${words.talk}</b><span>${words.talkNote}</span></a>
<a class="way" href="${at(page, '/learn')}"><b>${words.learn}</b><span>${words.learnNote}</span></a>
<a class="way" href="${at(page, '/book')}"><b>${words.book}</b><span>${words.bookNote}</span></a>
</nav>
${phone ? html`<p>${words.callUs}<a href="tel:${phone}">${spaced(phone)}</a></p>` : ''}
<p><a href="${at(page, '/today')}">${words.todayTitle}</a></p>`,
  )
}

/** +862712345678 as people read it: 027 1234 5678. */
export function spaced(phone: string): string {
  const local = phone.startsWith('+86') ? `0${phone.slice(3)}` : phone
  return local.replace(/^(0\d{2})(\d{4})(\d{4})$/, ' $1 $2 $3')
}

/** A fault on a page: what happened, and the way on. */
export function faultPage(page: Page, title: string, text: string): Html {
  const { words } = page
  return layout(
    page,
    title,
    html`<h1>${title}</h1><p class="lead">${text}</p><p><a class="way first" href="${at(page, '/')}"><b>${words.home}</b></a></p>`,
  )
}
