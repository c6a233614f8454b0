import type { Desk, Method } from '../desk.ts'
import { serves } from './duty.ts'
import type { Span } from './facts.ts'
import { stintsBetween } from './index-of.ts'
import { overlap, without } from './spans.ts'
import type { Stint } from './stint.ts'

/** The same lawyer at two stations at once, where one person cannot be both. */
export interface Clash extends Span {
  lawyer: string
  stations: [string, string]
}

/**
 * One telephone cannot ring for two stations, and nobody is on site in two places. Written duty for two stations
 * is allowed: the limit of open conversations holds across both. Two shifts at one station are one duty.
 */
export function clashesOf(desk: Desk, from: number, to: number): Clash[] {
  const byLawyer = new Map<string, Stint[]>()
  for (const stint of stintsBetween(desk, from, to)) {
    if (!serves(stint) || stint.lawyer === null) continue
    const own = byLawyer.get(stint.lawyer) ?? []
    byLawyer.set(stint.lawyer, [...own, stint])
  }
  return [...byLawyer].flatMap(([lawyer, stints]) =>
    stints.flatMap((a, index) =>
      stints.slice(index + 1).flatMap((b): Clash[] => {
        const stations: [string, string] = [a.place.rule.station, b.place.rule.station]
        if (stations[0] === stations[1] || !overlap(a.window, b.window)) return []
        if (!exclude(a.place.rule.methods, b.place.rule.methods)) return []
        const start = Math.max(a.window.from, b.window.from)
        return [{ lawyer, stations, from: start, to: Math.min(a.window.to, b.window.to) }]
      }),
    ),
  )
}

const exclude = (a: Method[], b: Method[]): boolean =>
  a.includes('onsite') || b.includes('onsite') || (a.includes('phone') && b.includes('phone'))

const pairOf = ({ lawyer, stations }: Clash): string => `${lawyer} ${stations.toSorted().join(' ')}`

/** Clashes a change would bring that were not there before; what a desk file holds already is left alone. */
export function clashesBrought(before: Desk, after: Desk, from: number, to: number): Clash[] {
  const brought = clashesOf(after, from, to)
  if (brought.length === 0) return []
  const known = clashesOf(before, from, to)
  return brought.flatMap((clash) => {
    const same = known.filter((one) => pairOf(one) === pairOf(clash))
    return without([clash], same).map((span) => ({ ...clash, ...span }))
  })
}
