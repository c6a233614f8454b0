import { html } from 'hono/html'
import { localeOf } from '../../desk/locale/index.ts'
import type { TodayRow } from '../../desk/rota/today.ts'
import { type Duty, nextDuty, onDuty, type Window } from '../../desk/rota.ts'
import { localTime } from '../../desk/zone.ts'
import type { Html, Page } from './layout.ts'

/** Who is on duty, as Art. 27 has it shown: name, firm, licence, hours; never a private number. */

export function dutyNow({ desk }: Page, now: number): Duty[] {
  const byLawyer = new Map<string, Duty>()
  for (const method of ['online', 'phone'] as const) {
    for (const duty of onDuty(desk, method, now)) {
      const known = byLawyer.get(duty.lawyer.id)
      if (!known || known.tier === 'backup') byLawyer.set(duty.lawyer.id, duty)
    }
  }
  return [...byLawyer.values()]
}

export function nobodyOn(page: Page, now: number): Html {
  const { desk, words, language } = page
  const next = nextDuty(desk, 'online', now) ?? nextDuty(desk, 'phone', now)
  const time = next && localeOf(language).time(next.from, now, desk.timezone)
  return html`<p>${words.nobody}${time ? words.nextDuty(time) : ''} ${words.hotline}</p>`
}

export function dutyTable(page: Page, rows: TodayRow[], now: number): Html {
  const { words } = page
  return html`<ul class="cards">
${rows.map(
  ({ lawyer, station, methods, window }) => html`<li class="card"><h3>${lawyer.name}</h3>
<dl><dt>${words.firm}</dt><dd>${lawyer.firm}</dd><dt>${words.licence}</dt><dd>${lawyer.licence}</dd>
<dt>${words.station}</dt><dd>${station}</dd>
<dt>${words.method}</dt><dd>${methods.map((m) => words.methods[m]).join(words.and)}</dd>
<dt>${words.hours}</dt><dd>${hours(page, window, now)}</dd></dl></li>`,
)}
</ul>`
}

export function hours(page: Page, { from, to }: Window, now: number): string {
  const { desk, words } = page
  const today = localTime(desk.timezone, now).day
  const clock = (instant: number): string => {
    const { day, minute } = localTime(desk.timezone, instant)
    const two = (n: number): string => String(n).padStart(2, '0')
    if (minute === 0 && instant === to && day !== today) return '24:00'
    const other = day === today ? '' : instant === from ? words.dayBefore : words.nextDay
    return `${other}${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  }
  return words.clock(clock(from), clock(to))
}
