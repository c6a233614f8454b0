import type { DatedShift, Desk, Method, Shift, WeeklyShift } from '../desk.ts'
import { parseLocal } from '../zone.ts'
import type { Leave } from './facts.ts'
import { turnsOf } from './rotation.ts'
import { type Cover, type Place, type Stint, stintsOf } from './stint.ts'
import { type Window, windowsOf } from './windows.ts'

/**
 * The rota by day, so that asking who is on duty costs the same after ten years of overrides as on the first day.
 * Made once for each version of the desk's facts, filled as days are asked for.
 */

const DAY = 86_400_000
/** Days kept before the memory is begun anew. */
const KEPT = 800

const dayOf = (instant: number): number => Math.floor(instant / DAY)

interface Day {
  stints: Stint[]
  /** Where one of them begins or ends, ascending. */
  edges: number[]
  answers: Map<string, unknown>
}

class RotaIndex {
  readonly desk: Desk
  readonly #weekly: WeeklyShift[] = []
  readonly #dated = new Map<number, DatedShift[]>()
  readonly #covers = new Map<number, Cover[]>()
  readonly #leave = new Map<string, Leave[]>()
  readonly #order = new Map<string, number>()
  readonly #places = new Map<string, Stint[]>()
  readonly #days = new Map<number, Day>()

  constructor(desk: Desk) {
    this.desk = desk
    for (const [index, shift] of desk.shifts.entries()) this.#addShift(shift, index)
    for (const cover of coversOf(desk)) this.#spread(this.#covers, cover, cover)
    for (const one of desk.leave) {
      if (one.state === 'granted') push(this.#leave, one.lawyer, one)
    }
  }

  #addShift(shift: Shift, index: number): void {
    this.#order.set(shift.id, index)
    if (shift.days) {
      this.#weekly.push(shift)
      return
    }
    const from = parseLocal(this.desk.timezone, shift.from)
    const to = parseLocal(this.desk.timezone, shift.to)
    if (from !== null && to !== null) this.#spread(this.#dated, { from, to }, shift)
  }

  #spread<T>(map: Map<number, T[]>, { from, to }: Window, value: T): void {
    for (let day = dayOf(from); day <= dayOf(to - 1); day++) push(map, day, value)
  }

  leaveOf = (lawyer: string): Leave[] => this.#leave.get(lawyer) ?? []

  /** In the order they were made. */
  covers = (window: Window): Cover[] => {
    const found = new Set<Cover>()
    for (let day = dayOf(window.from); day <= dayOf(window.to - 1); day++) {
      for (const cover of this.#covers.get(day) ?? []) {
        if (cover.from < window.to && cover.to > window.from) found.add(cover)
      }
    }
    return [...found].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  }

  /** All that overlaps this day (UTC), appointments and empty places included, in the rules' order. */
  day(day: number): Stint[] {
    return this.#day(day).stints
  }

  /** Whatever is asked of an instant is the answer until the next change: kept for each stretch of the day. */
  atMoment<T>(kind: Method, instant: number, make: (stints: Stint[]) => T): T {
    const { stints, edges, answers } = this.#day(dayOf(instant))
    const key = `${kind} ${lastBefore(edges, instant)}`
    if (!answers.has(key)) {
      const standing = stints.filter(({ window }) => window.from <= instant && window.to > instant)
      answers.set(key, make(standing))
    }
    return answers.get(key) as T
  }

  #day(day: number): Day {
    let found = this.#days.get(day)
    if (found) return found
    if (this.#days.size >= KEPT) {
      this.#days.clear()
      this.#places.clear()
    }
    const [from, to] = [day * DAY, (day + 1) * DAY]
    const stints = this.#placesOf(from, to)
      .flatMap((place) => this.#resolve(place))
      .filter(({ window }) => window.from < to && window.to > from)
    const edges = new Set(stints.flatMap(({ window }) => [window.from, window.to]))
    found = { stints, edges: [...edges].sort((a, b) => a - b), answers: new Map() }
    this.#days.set(day, found)
    return found
  }

  #placesOf(from: number, to: number): Place[] {
    const { timezone, calendar, rotations } = this.desk
    const shifts: Shift[] = [...this.#weekly, ...(this.#dated.get(dayOf(from)) ?? [])]
    shifts.sort((a, b) => (this.#order.get(a.id) ?? 0) - (this.#order.get(b.id) ?? 0))
    return [
      ...shifts.flatMap((rule) =>
        windowsOf(rule, timezone, from, to, calendar).map((window) => ({
          rule,
          window,
          turn: false,
        })),
      ),
      ...rotations.flatMap((rotation) =>
        turnsOf(rotation, timezone, from, to, calendar).map(({ lawyer, window }) => ({
          rule: { ...rotation, lawyer, mode: 'rotating' as const },
          window,
          turn: true,
        })),
      ),
    ]
  }

  /** A place that reaches over several days is worked out once. */
  #resolve(place: Place): Stint[] {
    const key = `${place.turn} ${place.rule.id} ${place.window.from}`
    let stints = this.#places.get(key)
    if (!stints) {
      stints = stintsOf(place, this)
      this.#places.set(key, stints)
    }
    return stints
  }
}

/** How many of a sorted list are not after this. */
function lastBefore(sorted: number[], instant: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= instant) low = middle + 1
    else high = middle
  }
  return low
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function coversOf(desk: Desk): Cover[] {
  const covers: Cover[] = desk.overrides.map((one) => ({ ...one, kind: 'override' }))
  for (const swap of desk.swaps) {
    if (swap.state !== 'accepted') continue
    const base = { id: swap.id, kind: 'swap' as const, station: null, at: swap.answeredAt ?? 0 }
    covers.push({ ...base, ...swap.gives, lawyer: swap.lawyer, by: swap.with })
    if (swap.takes) covers.push({ ...base, ...swap.takes, lawyer: swap.with, by: swap.lawyer })
  }
  return covers
}

const indexes = new WeakMap<Desk, RotaIndex>()

export function indexOf(desk: Desk): RotaIndex {
  let index = indexes.get(desk)
  if (!index) {
    index = new RotaIndex(desk)
    indexes.set(desk, index)
  }
  return index
}

/** All stints that overlap [from, to), in the order they begin. */
export function stintsBetween(desk: Desk, from: number, to: number): Stint[] {
  const index = indexOf(desk)
  const found = new Set<Stint>()
  for (let day = dayOf(from); day <= dayOf(to - 1); day++) {
    for (const stint of index.day(day)) {
      if (stint.window.from < to && stint.window.to > from) found.add(stint)
    }
  }
  return [...found].sort((a, b) => a.window.from - b.window.from)
}
