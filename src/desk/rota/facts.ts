import type { DayKind, Method, Tier } from '../desk.ts'
import { type Calendar, noCalendar } from './calendar.ts'

/** The rules of the rota beside its shifts. All instants are milliseconds since the epoch, UTC. */

/** While a rule is in force; a change closes it and opens another, so that the past stays as it was. */
export interface InForce {
  since?: number
  until?: number
}

/** 轮流值班 (Art. 17 ¶2): the same duty, taken by each of `order` in turn. */
export interface Rotation extends InForce {
  id: string
  station: string
  methods: Method[]
  tier: Tier
  /** Lawyers, in the order they take their turns. */
  order: string[]
  /** Days of duty in one turn. */
  days: number
  /** Local time (HH:MM) at which the next takes over, on the first day of their turn. */
  handover: string
  /** The days on which this duty is done at all; only they count towards a turn. */
  on: DayKind
  /** Hours of the duty, HH:MM; `from` after `to` crosses midnight. */
  from: string
  to: string
  /** Local date (YYYY-MM-DD) of the first day of the first lawyer's first turn. */
  starts: string
}

/** asked → granted or refused by a coordinator, or taken back by the lawyer. Only granted leave empties a place. */
export const leaveStates = ['asked', 'granted', 'refused', 'withdrawn'] as const

export interface Leave {
  id: string
  lawyer: string
  from: number
  to: number
  state: (typeof leaveStates)[number]
  /** When it was asked for. */
  at: number
  /** Content row of the reason given; the words are sealed. */
  reason: string | null
}

/** 替班: for this time `by` serves wherever `lawyer` would have; nobody does where `by` is null. Nothing else is touched. */
export interface Override {
  id: string
  lawyer: string
  by: string | null
  from: number
  to: number
  /** Only at this station; null: wherever they would have served. */
  station: string | null
  at: number
}

/** asked → accepted or declined by the colleague; either may undo it until it starts. */
export const swapStates = ['asked', 'accepted', 'declined', 'undone'] as const

export interface Span {
  from: number
  to: number
}

/** asked → accepted or declined by the lawyer, or taken back by a coordinator. */
export const dutyAskStates = ['asked', 'accepted', 'declined', 'withdrawn'] as const

/** 请值班: a duty offered to a lawyer, theirs once they agree. */
export interface DutyAsk extends Span {
  id: string
  lawyer: string
  station: string
  methods: Method[]
  tier: Tier
  /** Whose duty it would be taken from; null: nobody's, it is a gap. */
  instead: (Span & { lawyer: string }) | null
  state: (typeof dutyAskStates)[number]
  /** The coordinator. */
  by: string
  at: number
  answeredAt: number | null
}

/** 换班: `lawyer` gives the time `gives` to `with`, for the time `takes`; null: asks for nothing in return. */
export interface Swap {
  id: string
  lawyer: string
  with: string
  gives: Span
  takes: Span | null
  state: (typeof swapStates)[number]
  at: number
  answeredAt: number | null
}

/** Hours a station has published (Art. 27): somebody must be there. Every week, on the days of this kind. */
export interface ServiceHours extends InForce {
  id: string
  station: string
  methods: Method[]
  days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[]
  on: DayKind
  from: string
  to: string
}

/** 办案机关: told the rota in advance (Art. 18 ¶2). */
export const authorityKinds = [
  'police',
  'procuratorate',
  'court',
  'detention',
  'judicial_bureau',
] as const

export type AuthorityKind = (typeof authorityKinds)[number]

export interface Authority {
  id: string
  name: string
  kind: AuthorityKind
  /** Grows when its private link is made anew; the old link then leads nowhere. */
  link: number
}

/** One line of a published rota. */
export interface PublishedDuty {
  /** The same for as long as it is the same duty, whoever does it. */
  uid: string
  lawyer: string
  station: string
  methods: Method[]
  tier: Tier
  from: number
  to: number
  /** The version that brought it, or changed it last. */
  version: number
}

export interface DutyChange {
  kind: 'added' | 'removed' | 'changed'
  before: Omit<PublishedDuty, 'version'> | null
  after: Omit<PublishedDuty, 'version'> | null
}

/** What the authorities were told, and when. A later change makes a new version of its own. */
export interface Publication {
  id: string
  version: number
  from: number
  to: number
  at: number
  /** The coordinator; null where a change was sent on by the desk itself. */
  by: string | null
  duties: PublishedDuty[]
  /** Against the version before, as far as both reach. */
  changes: DutyChange[]
}

export interface RotaFacts {
  rotations: Rotation[]
  leave: Leave[]
  overrides: Override[]
  swaps: Swap[]
  asks: DutyAsk[]
  hours: ServiceHours[]
  authorities: Authority[]
  /** The last one. */
  publication: Publication | null
  calendar: Calendar
  /** Grows with every change of the standing facts. */
  revision: number
}

export const emptyRota: RotaFacts = {
  rotations: [],
  leave: [],
  overrides: [],
  swaps: [],
  asks: [],
  hours: [],
  authorities: [],
  publication: null,
  calendar: noCalendar,
  revision: 0,
}
