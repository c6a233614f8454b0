import type { Desk, LawyerStatus, ShiftBase } from '../desk.ts'
import type { Leave, Span } from './facts.ts'
import { lawyersOf, mayServe, statusAt, turningPoints } from './standing.ts'
import type { Window } from './windows.ts'

/** A place on the rota as the rules make it, before leave, cover and swaps. */
export interface Place {
  rule: ShiftBase
  window: Window
  /** Comes from a rotation. */
  turn: boolean
}

/** `by` stands in for `lawyer`; one swap makes two of the same id. In the order they were made. */
export interface Cover extends Span {
  id: string
  kind: 'override' | 'swap'
  lawyer: string
  by: string | null
  station: string | null
  at: number
}

/** Why the one whose place it is does not serve. */
export type Absence =
  | { code: 'taken_off' }
  | { code: 'leave'; until: number }
  | { code: 'not_trained'; until: string | null }
  | { code: 'status'; status: LawyerStatus; since: number | null }
  | { code: 'unknown' }

/** A stretch of a place during which nothing changes. */
export interface Stint {
  place: Place
  window: Window
  /** Whose place it is in the end, whether they serve or not; null: somebody was taken off and nobody put there. */
  lawyer: string | null
  /** The last cover that decided it. */
  cover: Cover | null
  /** Null: they serve. */
  absence: Absence | null
}

/** What the rules beside the place say, looked up by the index. */
export interface Around {
  desk: Desk
  covers(window: Window): Cover[]
  leaveOf(lawyer: string): Leave[]
}

/** Applies covers in the order they were made, each to the place as it then stood, then leave and standing. */
export function stintsOf(place: Place, around: Around): Stint[] {
  const { window, rule } = place
  const covers: Cover[] = []
  const holders = new Set([rule.lawyer])
  for (const cover of around.covers(window)) {
    if (cover.station !== null && cover.station !== rule.station) continue
    if (!holders.has(cover.lawyer)) continue
    covers.push(cover)
    if (cover.by !== null) holders.add(cover.by)
  }
  const edges = edgesOf(window, covers, holders, around)
  const stints: Stint[] = []
  edges.forEach((from, index) => {
    const to = edges[index + 1] ?? window.to
    const stint = at(place, { from, to }, covers, around)
    const last = stints.at(-1)
    if (last && alike(last, stint)) last.window = { from: last.window.from, to }
    else stints.push(stint)
  })
  return stints
}

function edgesOf(
  { from, to }: Window,
  covers: Cover[],
  holders: Set<string>,
  { desk, leaveOf }: Around,
): number[] {
  const points = covers.flatMap((cover) => [cover.from, cover.to])
  const lawyers = lawyersOf(desk)
  for (const id of holders) {
    for (const leave of leaveOf(id)) points.push(leave.from, leave.to)
    const lawyer = lawyers.get(id)
    if (lawyer) points.push(...turningPoints(lawyer, desk.timezone))
  }
  const inside = points.filter((point) => point > from && point < to)
  return [...new Set([from, ...inside])].sort((a, b) => a - b)
}

function at(place: Place, window: Window, covers: Cover[], around: Around): Stint {
  let lawyer: string | null = place.rule.lawyer
  let last: Cover | null = null
  for (const cover of covers) {
    if (lawyer === null || cover.lawyer !== lawyer || cover.id === last?.id) continue
    if (cover.from > window.from || cover.to <= window.from) continue
    lawyer = cover.by
    last = cover
  }
  const absence = lawyer === null ? { code: 'taken_off' as const } : absent(lawyer, window, around)
  return { place, window, lawyer, cover: last, absence }
}

function absent(id: string, { from }: Window, { desk, leaveOf }: Around): Absence | null {
  const lawyer = lawyersOf(desk).get(id)
  if (!lawyer) return { code: 'unknown' }
  if (!mayServe(lawyer, desk.timezone, from)) {
    const { status, since } = statusAt(lawyer, from)
    if (status !== 'active') return { code: 'status', status, since }
    return { code: 'not_trained', until: lawyer.trained }
  }
  const leave = leaveOf(id).find((one) => one.from <= from && one.to > from)
  return leave ? { code: 'leave', until: leave.to } : null
}

const alike = (a: Stint, b: Stint): boolean =>
  a.lawyer === b.lawyer &&
  a.cover?.id === b.cover?.id &&
  JSON.stringify(a.absence) === JSON.stringify(b.absence)
