import { html } from 'hono/html'
import { localeOf } from '../../desk/locale/index.ts'
import { type Duty, nextDuty, onDuty, type Window, windowsOf } from '../../desk/rota.ts'
import { instantOf, localTime } from '../../desk/zone.ts'
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
  const next = nextDuty(desk, 'online', now)
  const time = next && localeOf(language).time(next.from, now, desk.timezone)
  return html`<p>${words.nobody}${time ? words.nextDuty(time) : ''} ${words.hotline}</p>`
}

export interface DutyRow {
  lawyer: Duty['lawyer']
  station: string
  methods: string[]
  window: Window
}

/** Everyone with duty left or done today, in the order their windows begin. */
export function dutyToday({ desk }: Page, now: number): DutyRow[] {
  const { year, month, day } = localTime(desk.timezone, now)
  const from = instantOf(desk.timezone, year, month, day, 0)
  const to = instantOf(desk.timezone, year, month, day + 1, 0)
  const lawyers = new Map(desk.lawyers.map((lawyer) => [lawyer.id, lawyer]))
  return desk.shifts
    .filter(({ mode }) => mode !== 'appointment')
    .flatMap((shift) => {
      const lawyer = lawyers.get(shift.lawyer)
      if (lawyer?.status !== 'active' || lawyer.trained === null) return []
      const station = desk.stations.find(({ id }) => id === shift.station)?.name ?? desk.name
      return windowsOf(shift, desk.timezone, from, to).map((window) => ({
        lawyer,
        station,
        methods: shift.methods as string[],
        window,
      }))
    })
    .sort((a, b) => a.window.from - b.window.from)
}

export function hours(page: Page, { from, to }: Window, now: number): string {
  const { desk, words } = page
  const today = localTime(desk.timezone, now).day
  const clock = (instant: number): string => {
    const { day, minute } = localTime(desk.timezone, instant)
    const two = (n: number): string => String(n).padStart(2, '0')
    if (minute === 0 && instant === to && day !== today) return '24:00'
    return `${day === today || instant === from ? '' : words.nextDay}${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  }
  return words.clock(clock(from), clock(to))
}
