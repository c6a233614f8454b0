import { sql } from 'kysely'
import type { Desk } from '../desk/desk.ts'
import { type Expired, retentionOf } from '../desk/retention.ts'
import type { Db } from './engine.ts'

/** What has been kept for as long as it may be (desk/retention.ts). */

const SHARE = 100
const DAY = 86_400_000

export async function expiredOf(tx: Db, desk: Desk, now: number): Promise<Expired> {
  const { talk, address, trace, consultation } = retentionOf(desk)
  const before = (days: number | null): number => (days === null ? -1 : now - days * DAY)
  const conversations = await over(tx, before(talk), before(consultation))
  const contacts = await unused(tx, before(address))
  const traces = await hasTraces(tx, before(trace))
  return {
    conversations,
    contacts,
    tracesBefore: traces ? before(trace) : null,
    more: conversations.length === SHARE || contacts.length === SHARE,
  }
}

async function over(tx: Db, talk: number, consultation: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from conversation c
    where sealed_key is not null and state in ('desk', 'closed') and opened_at < ${Math.max(talk, consultation)}
      and ((lawyer is null and opened_at < ${talk}) or (lawyer is not null and opened_at < ${consultation}))
      and not exists (select 1 from event e where e.conversation = c.id and e.type <> 'read'
        and e.at >= case when c.lawyer is null then cast(${talk} as bigint)
          else cast(${consultation} as bigint) end)
      and not exists (select 1 from appointment a where a.conversation = c.id
        and a.state in ('held', 'wanted', 'booked', 'begun'))
    order by opened_at limit ${SHARE}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** A page's client has no address but the token they hold. */
async function unused(tx: Db, before: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select k.id from contact k
    where k.channel <> 'webchat' and not exists (
      select 1 from conversation c where c.contact = k.id and (c.state not in ('desk', 'closed')
        or coalesce(c.closed_at, c.ended_at, c.opened_at) >= ${before}
        or exists (select 1 from event e where e.conversation = c.id and e.type <> 'read' and e.at >= ${before})))
      and not exists (select 1 from appointment a where a.client = k.client
        and a.state in ('held', 'wanted', 'booked', 'begun'))
      and exists (select 1 from client p where p.id = k.client and p.created_at < ${before})
    limit ${SHARE}`.execute(tx)
  return rows.map(({ id }) => id)
}

async function hasTraces(tx: Db, before: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from outbox where state <> 'due' and created_at < ${before}
    union all select 1 from leg where state = 'ended' and started_at < ${before}
    union all select 1 from offer where state <> 'open' and offered_at < ${before} limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
