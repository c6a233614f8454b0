import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What was left behind by conversations that were forgotten before this: the mark of a charge, ways to an address, links.
 * A saved view keeps no words that were searched for.
 */
export const forgotten: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const gone = `conversation in (select id from conversation where sealed_key is null)`
    const statements = [
      `update record set charge_mark = null where charge_mark is not null and ${gone}`,
      `update outbox set lane = 'forgotten', recipient = null, content = null, receipt = null
         where state <> 'due' and ${gone}`,
      `update leg set sid = null, script = null where state = 'ended' and ${gone}`,
      `update appointment set link = null, sealed_token = null
         where state not in ('held', 'wanted', 'booked', 'begun') and ${gone}`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
    const { rows } = await sql<{
      id: string
      query: string
    }>`select id, query from saved_view`.execute(db)
    for (const { id, query } of rows) {
      const kept = new URLSearchParams(query)
      if (!kept.has('q')) continue
      kept.delete('q')
      await sql`update saved_view set query = ${kept.toString()} where id = ${id}`.execute(db)
    }
  },
}
