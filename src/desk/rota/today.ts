import type { Desk, Language, Lawyer, Method, Tier } from '../desk.ts'
import { localeOf } from '../locale/index.ts'
import { rotaWords } from '../locale/rota.ts'
import { dayBounds, localTime } from '../zone.ts'
import { nextDuty, serves } from './duty.ts'
import { stintsBetween } from './index-of.ts'
import { lawyersOf } from './standing.ts'
import type { Window } from './windows.ts'

/** Today's duty lawyers, as Art. 27 has them shown: name, firm, licence, station, how and when; no private number. */

export interface TodayRow {
  lawyer: Pick<Lawyer, 'id' | 'name' | 'firm' | 'licence'>
  station: string
  methods: Method[]
  tier: Tier
  window: Window
  on: boolean
}

/** Who serves now and later today, in the order they begin; whoever is done for the day is gone from it. */
export function todayRows(desk: Desk, now: number): TodayRow[] {
  const { to } = dayBounds(desk.timezone, now)
  const lawyers = lawyersOf(desk)
  return stintsBetween(desk, now, to).flatMap((stint) => {
    const lawyer = lawyers.get(stint.lawyer ?? '')
    if (!lawyer || !serves(stint)) return []
    const { station, methods, tier } = stint.place.rule
    const { id, name, firm, licence } = lawyer
    return [
      {
        lawyer: { id, name, firm, licence },
        station: desk.stations.find((one) => one.id === station)?.name ?? desk.name,
        methods,
        tier,
        window: stint.window,
        on: stint.window.from <= now,
      },
    ]
  })
}

/** When the list is another: a duty begins or ends, or the day does. */
export function todayChanges(desk: Desk, now: number): number {
  const { to } = dayBounds(desk.timezone, now)
  const edges = stintsBetween(desk, now, to).flatMap(({ window }) => [window.from, window.to])
  return Math.min(to, ...edges.filter((edge) => edge > now))
}

const LONGEST = 200
/** Nobody listens to more names than these. */
const READ_OUT = 6

/**
 * The same, to be read out by telephone: short sentences, each chunk under 200 characters (R27.3).
 * Licence numbers are left to the page and to the moment the lawyer answers.
 */
export function spokenToday(desk: Desk, now: number, language: Language): string[] {
  const { spoken } = rotaWords[language]
  const rows = todayRows(desk, now)
  const sentences = [spoken.intro(desk.name)]
  for (const { lawyer, methods, window } of rows.slice(0, READ_OUT)) {
    const clock = (instant: number): string => sayClock(desk, instant, now, language)
    sentences.push(
      spoken.duty(lawyer.name, lawyer.firm, methods, clock(window.from), clock(window.to)),
    )
  }
  if (rows.length > READ_OUT) sentences.push(spoken.more(rows.length - READ_OUT))
  if (!rows.some(({ on }) => on)) {
    const next = nextDuty(desk, 'phone', now) ?? nextDuty(desk, 'online', now)
    if (rows.length === 0) sentences.push(spoken.nobody)
    if (next) sentences.push(spoken.next(localeOf(language).time(next.from, now, desk.timezone)))
    sentences.push(spoken.hotline)
  }
  return chunks(sentences)
}

function sayClock(desk: Desk, instant: number, now: number, language: Language): string {
  const { to } = dayBounds(desk.timezone, now)
  const { minute } = localTime(desk.timezone, instant)
  const { clock } = rotaWords[language].spoken
  if (instant === to) return clock(1440, false)
  return clock(minute, instant > to)
}

function chunks(sentences: string[]): string[] {
  const found: string[] = []
  for (const sentence of sentences) {
    const last = found.at(-1)
    if (last !== undefined && last.length + sentence.length < LONGEST - 1) {
      found[found.length - 1] = `${last} ${sentence}`
    } else found.push(sentence.slice(0, LONGEST - 1))
  }
  return found
}
