import { type Fault, fault } from '../fault.ts'
import { onLeave } from './absences.ts'
import type { ActOf } from './act.ts'
import type { Span, Swap } from './facts.ts'
import { stintsBetween } from './index-of.ts'
import { type Asked, iso, notReady, type Planned, wrong } from './plan.ts'
import { without } from './spans.ts'
import { lawyersOf } from './standing.ts'

/** 换班: asked of a colleague, done only with their consent, undone by either until it starts. */

const startOf = ({ gives, takes }: Swap): number => Math.min(gives.from, takes?.from ?? gives.from)

/** The time both parts reach over, to look for clashes in. */
const reach = ({ gives, takes }: Swap): Span => ({
  from: Math.min(gives.from, takes?.from ?? gives.from),
  to: Math.max(gives.to, takes?.to ?? gives.to),
})

const entry = (act: string, swap: Swap, told: string) => ({
  type: 'swap' as const,
  data: {
    act,
    id: swap.id,
    /** Who is to hear of it. */
    lawyer: told,
    asker: swap.lawyer,
    with: swap.with,
    state: swap.state,
    from: iso(swap.gives.from),
    to: iso(swap.gives.to),
    takesFrom: swap.takes && iso(swap.takes.from),
    takesTo: swap.takes && iso(swap.takes.to),
  },
})

/** Whoever gives a time must be on duty through all of it. */
function holds({ desk }: Asked, lawyer: string, time: Span): boolean {
  const own = stintsBetween(desk, time.from, time.to)
    .filter((stint) => stint.lawyer === lawyer && stint.absence === null)
    .map(({ window }) => window)
  return without([time], own).length === 0
}

function impossible(asked: Asked, swap: Swap): Fault | null {
  const { desk, now } = asked
  const parts = [
    { field: 'gives', from: swap.lawyer, to: swap.with, time: swap.gives },
    ...(swap.takes ? [{ field: 'takes', from: swap.with, to: swap.lawyer, time: swap.takes }] : []),
  ]
  for (const { field, from, to, time } of parts) {
    if (time.to <= time.from) return wrong(field)
    if (time.from <= now) return fault('rota_past', { fields: [field] })
    if (!holds(asked, from, time)) return fault('not_rostered', { fields: [field] })
    const refused = notReady(desk, to, time.from, 'with')
    if (refused) return refused
    if (onLeave(asked, to, time)) return fault('on_leave', { fields: [field] })
  }
  return null
}

export function askSwap(asked: Asked, act: ActOf<'swap.ask'>): Planned {
  const { desk, by, now, locale, link } = asked
  if (act.with === by.id) return wrong('with')
  const row: Swap = {
    id: act.id,
    lawyer: by.id,
    with: act.with,
    gives: act.gives,
    takes: act.takes,
    state: 'asked',
    at: now,
    answeredAt: null,
  }
  const refused = impossible(asked, row)
  if (refused) return refused
  const name = lawyersOf(desk).get(by.id)?.name ?? by.id
  const time = (span: Span): string => locale.span(span, now, desk.timezone)
  const text = locale.swapAsked(name, time(row.gives), row.takes && time(row.takes), link)
  return {
    changes: [{ what: 'swaps', id: row.id, row }],
    entry: entry('swap.ask', row, row.with),
    tell: [{ lawyer: row.with, text }],
  }
}

export function answerSwap(asked: Asked, { id, accept }: ActOf<'swap.answer'>): Planned {
  const { desk, by, now, locale } = asked
  const before = desk.swaps.find((one) => one.id === id)
  if (!before || before.with !== by.id) return fault('not_found')
  if (before.state !== 'asked') return fault('already_decided')
  const row: Swap = { ...before, state: accept ? 'accepted' : 'declined', answeredAt: now }
  // The rota may have moved on since it was asked.
  const refused = accept ? impossible(asked, row) : null
  if (refused) return refused
  const name = lawyersOf(desk).get(by.id)?.name ?? by.id
  const time = locale.span(row.gives, now, desk.timezone)
  return {
    changes: [{ what: 'swaps', id, row }],
    entry: entry('swap.answer', row, row.lawyer),
    ...(accept ? { watch: reach(row) } : {}),
    tell: [{ lawyer: row.lawyer, text: locale.swapAnswered(name, time, accept) }],
  }
}

/** By either of the two, or a coordinator. */
export function undoSwap({ desk, by, now, locale }: Asked, { id }: ActOf<'swap.undo'>): Planned {
  const before = desk.swaps.find((one) => one.id === id)
  const party = before && (before.lawyer === by.id || before.with === by.id)
  if (!before || (by.role === 'lawyer' && !party)) return fault('not_found')
  if (before.state !== 'asked' && before.state !== 'accepted') return fault('already_decided')
  if (before.state === 'accepted' && startOf(before) <= now) return fault('swap_begun')
  const row: Swap = { ...before, state: 'undone' }
  const others = [before.lawyer, before.with].filter((one) => one !== by.id)
  const text = locale.swapUndone(locale.span(row.gives, now, desk.timezone))
  return {
    changes: [{ what: 'swaps', id, row }],
    entry: entry('swap.undo', row, others[0] ?? before.with),
    tell: others.map((lawyer) => ({ lawyer, text })),
    ...(before.state === 'accepted' ? { watch: reach(row) } : {}),
  }
}
