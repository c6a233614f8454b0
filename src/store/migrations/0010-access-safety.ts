import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { flavourOf } from '../flavour.ts'

/** A second factor (the table better-auth 1.7's twoFactor plugin keeps), failed sign-ins, and invitations. */
export const accessSafety: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { boolean, date } = flavourOf(db)
    const statements = [
      `alter table "user" add column "twoFactorEnabled" ${boolean}`,
      `create table "twoFactor" (id text primary key, secret text not null,
         "backupCodes" text not null,
         "userId" text not null references "user" (id) on delete cascade, verified ${boolean},
         "failedVerificationCount" integer, "lockedUntil" ${date})`,
      `create index two_factor_user on "twoFactor" ("userId")`,
      `create table sign_in_lock (key text primary key, failures integer not null,
         until bigint not null, at bigint not null)`,
      `create table invitation (id text primary key, token text not null unique,
         staff text not null, name text not null, role text not null, made_by text,
         made_at bigint not null, expires_at bigint not null, used_at bigint, ended_at bigint)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
