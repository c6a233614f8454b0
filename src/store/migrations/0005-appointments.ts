import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { flavourOf } from '../flavour.ts'

/**
 * Appointments, and the minutes of a lawyer's time they fill. One minute belongs to one appointment: two that overlap
 * cannot both be written, whatever decided so (invariant 10).
 */
export const appointments: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { blob } = flavourOf(db)
    const statements = [
      `create table appointment (id text primary key, conversation text, client text,
         lawyer text not null, state text not null, from_at bigint not null, to_at bigint not null,
         alert text, link text unique, sealed_token ${blob}, rest text not null)`,
      `create index appointment_live on appointment (state)
         where state in ('held', 'wanted', 'booked', 'begun') or alert is not null`,
      `create index appointment_from on appointment (from_at)`,
      `create index appointment_conversation on appointment (conversation)`,
      `create table appointment_minute (lawyer text not null, minute bigint not null,
         appointment text not null, primary key (lawyer, minute))`,
      `create index appointment_minute_of on appointment_minute (appointment)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
