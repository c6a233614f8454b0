import { type Desk, defaultBooking, defaultRouting, weekdays } from '../src/desk/desk.ts'
import { emptyRota, type Override } from '../src/desk/rota/facts.ts'
import { onDuty } from '../src/desk/rota.ts'

/** On-duty lookup over years of overrides: µs each, and how that grows when there are twice as many. */

const DAY = 86_400_000
const start = Date.UTC(2026, 0, 1)

/** `lawyers` on weekly shifts round the clock, two overrides a day for so many years. */
function deskOf(years: number, lawyers: number): Desk {
  const overrides: Override[] = Array.from({ length: years * 730 }, (_, n) => ({
    id: `o${n}`,
    lawyer: `l${n % lawyers}`,
    by: `l${(n + 1) % lawyers}`,
    from: start + n * (DAY / 2),
    to: start + n * (DAY / 2) + DAY / 3,
    station: null,
    at: n,
  }))
  return {
    ...emptyRota,
    name: 'bench',
    timezone: 'Asia/Shanghai',
    language: 'zh-CN',
    stations: [{ id: 'main', name: 'main', phone: null, address: null, neighbours: [] }],
    coordinators: [],
    lawyers: Array.from({ length: lawyers }, (_, n) => ({
      id: `l${n}`,
      name: `l${n}`,
      licence: `${n}`,
      firm: '',
      phone: null,
      telegram: null,
      languages: [],
      trained: '2020-01-01',
      status: 'active',
      limit: 3,
    })),
    shifts: Array.from({ length: lawyers }, (_, n) => ({
      id: `s${n}`,
      lawyer: `l${n}`,
      station: 'main',
      methods: ['phone', 'online'],
      tier: n % 3 ? 'primary' : 'backup',
      mode: 'rotating',
      days: [...weekdays],
      from: n % 2 ? '08:00' : '20:00',
      to: n % 2 ? '20:00' : '08:00',
    })),
    routing: defaultRouting,
    booking: defaultBooking,
    overrides,
  }
}

interface RotaMark {
  years: number
  overrides: number
  /** µs to make the index after a change of the facts, once. */
  index: number
  /** µs for the first question about a day. */
  first: number
  /** µs for a question about a day that was asked about before, as routing asks. */
  lookup: number
}

function measure(years: number, lawyers: number): RotaMark {
  const desk = deskOf(years, lawyers)
  const micro = (since: number, times: number): number =>
    ((performance.now() - since) * 1000) / times
  let since = performance.now()
  onDuty(desk, 'phone', start)
  const index = micro(since, 1)
  const days = Array.from({ length: 300 }, (_, n) => start + (n + 1) * DAY)
  since = performance.now()
  for (const day of days) onDuty(desk, 'phone', day)
  const first = micro(since, days.length)
  const TIMES = 200_000
  since = performance.now()
  for (let n = 0; n < TIMES; n++)
    onDuty(desk, 'phone', start + DAY + ((n * 7_919_000) % (300 * DAY)))
  return { years, overrides: desk.overrides.length, index, first, lookup: micro(since, TIMES) }
}

/** The lines of `npm run bench`: what a question costs after years of overrides, and how it grows when they double. */
export function rota(say: (line: { what: string; figure: string }) => void): void {
  measure(1, 60)
  let before: RotaMark | null = null
  for (const years of [5, 10, 20]) {
    const mark = measure(years, 60)
    const grown = (figure: 'first' | 'lookup'): string =>
      before === null ? '' : ` (${(mark[figure] / before[figure]).toFixed(1)} ×)`
    const what = `-  on-duty lookup, ${years} years of overrides (${mark.overrides})`
    say({ what: `${what}, first of a day`, figure: `${mark.first.toFixed(0)} µs${grown('first')}` })
    say({ what: `${what}, each after`, figure: `${mark.lookup.toFixed(2)} µs${grown('lookup')}` })
    before = mark
  }
}

if (import.meta.filename === process.argv[1]) {
  rota(({ what, figure }) => console.log(`${what.padEnd(68)} ${figure.padStart(18)}`))
}
