import type { Desk } from '../../desk/desk.ts'
import { onDuty } from '../../desk/rota.ts'
import type { Db } from '../engine.ts'
import { conversationOf } from '../row.ts'
import { lawyerStates, pausedBy, presentNow } from './duty.ts'
import { iso, isoOrNull } from './entry.ts'

/** This minute at the desk: who is on, what rings, who waits, what was promised. */

export interface OnDuty {
  lawyer: string
  name: string
  station: string
  methods: string[]
  tier: string
  until: string
  presence: string
  pausedBy: string | null
  /** Open conversations, and how many they may have at once. */
  open: number
  limit: number
}

export interface Ringing {
  offer: string
  conversation: string
  client: string
  lawyer: string
  name: string
  method: string
  offeredAt: string
  expiresAt: string
}

export interface Waiting {
  id: string
  client: string
  channel: string
  station: string | null
  state: string
  lawyer: string | null
  urgent: boolean
  waitingSince: string | null
  /** A lawyer has it, and has not answered since then. */
  unansweredSince: string | null
  promise: { kind: string; at: string } | null
  recalls: number
}

export async function deskNow(db: Db, desk: Desk, now: number) {
  const live = await db
    .selectFrom('conversation')
    .selectAll()
    .where('state', 'in', ['waiting', 'active', 'promised'])
    .execute()
  const rows = live.map(conversationOf)
  const name = (id: string): string => desk.lawyers.find((one) => one.id === id)?.name ?? id
  const view = (row: (typeof rows)[number]): Waiting => ({
    id: row.id,
    client: row.pseudonym,
    channel: row.channel,
    station: row.station,
    state: row.state,
    lawyer: row.lawyer === null ? null : name(row.lawyer),
    urgent: row.urgent,
    waitingSince: isoOrNull(row.waitingSince),
    unansweredSince: isoOrNull(row.unansweredSince),
    promise: row.pledge && { kind: row.pledge.kind, at: iso(row.pledge.at) },
    recalls: row.recalls,
  })
  const open = new Map<string, number>()
  for (const { state, lawyer } of rows) {
    if (state === 'active' && lawyer) open.set(lawyer, (open.get(lawyer) ?? 0) + 1)
  }
  const since = (row: (typeof rows)[number]): number => row.waitingSince ?? row.openedAt
  const waits = rows.filter(({ state }) => state === 'waiting')
  const promised = rows.filter(({ pledge }) => pledge !== null)
  return {
    at: iso(now),
    onDuty: await dutyNow(db, desk, now, open),
    ringing: await ringing(db, name, now),
    waiting: waits
      .sort((a, b) => Number(b.urgent) - Number(a.urgent) || since(a) - since(b))
      .map(view),
    promised: promised.sort((a, b) => (a.pledge?.at ?? 0) - (b.pledge?.at ?? 0)).map(view),
    active: rows.filter(({ state }) => state === 'active').map(view),
  }
}

async function dutyNow(
  db: Db,
  desk: Desk,
  now: number,
  open: ReadonlyMap<string, number>,
): Promise<OnDuty[]> {
  const states = await lawyerStates(db)
  const found = new Map<string, OnDuty>()
  for (const method of ['phone', 'online'] as const) {
    for (const { lawyer, shift, tier, window } of onDuty(desk, method, now)) {
      const known = found.get(lawyer.id)
      if (known) {
        known.methods.push(method)
        continue
      }
      const state = states.get(lawyer.id)
      found.set(lawyer.id, {
        lawyer: lawyer.id,
        name: lawyer.name,
        station: desk.stations.find(({ id }) => id === shift.station)?.name ?? shift.station,
        methods: [method],
        tier,
        until: iso(window.to),
        presence: presentNow(state, now),
        pausedBy: pausedBy(state, now),
        open: open.get(lawyer.id) ?? 0,
        limit: lawyer.limit,
      })
    }
  }
  return [...found.values()].sort((a, b) => (a.tier < b.tier ? 1 : a.tier > b.tier ? -1 : 0))
}

async function ringing(db: Db, name: (id: string) => string, now: number): Promise<Ringing[]> {
  const rows = await db
    .selectFrom('offer')
    .innerJoin('conversation', 'conversation.id', 'offer.conversation')
    .select([
      'offer.id',
      'offer.conversation',
      'offer.lawyer',
      'offer.method',
      'offer.offered_at',
      'offer.expires_at',
      'conversation.pseudonym',
    ])
    .where('offer.state', '=', 'open')
    .where('offer.expires_at', '>', now)
    .orderBy('offer.offered_at')
    .execute()
  return rows.map((row) => ({
    offer: row.id,
    conversation: row.conversation,
    client: row.pseudonym,
    lawyer: row.lawyer,
    name: name(row.lawyer),
    method: row.method,
    offeredAt: iso(row.offered_at),
    expiresAt: iso(row.expires_at),
  }))
}
