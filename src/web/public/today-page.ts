import { html } from 'hono/html'
import { todayRows } from '../../desk/rota/today.ts'
import { localTime } from '../../desk/zone.ts'
import { dutyTable, nobodyOn } from './duty-list.ts'
import { type Html, layout, type Page } from './layout.ts'

/** 今日值班律师 (Art. 27): on a phone, on a screen in the hall, on one sheet of A4 at the door. */
export function today(page: Page, now: number): Html {
  const { words, desk } = page
  const rows = todayRows(desk, now)
  const on = rows.filter((row) => row.on)
  const later = rows.filter((row) => !row.on)
  const { month, day, weekday } = localTime(desk.timezone, now)
  const phone = desk.stations.find((one) => one.phone)?.phone
  return layout(
    page,
    words.todayTitle,
    html`<div class="today"><h1>${words.todayTitle}</h1>
<p class="lead">${words.date(month, day, weekday)} ${words.todayLead}</p>
<h2>${words.onDutyNow}</h2>
${on.length > 0 ? dutyTable(page, on, now) : nobodyOn(page, now)}
${later.length > 0 ? html`<h2>${words.laterToday}</h2>${dutyTable(page, later, now)}` : ''}
<h2>${words.whatTheyDo}</h2>
<p>${words.duties}</p>
<h2>${words.legalAid}</h2>
<p>${words.aid}</p>
${phone ? html`<p class="on-paper">${words.callUs} ${phone}</p>` : ''}</div>`,
  )
}
