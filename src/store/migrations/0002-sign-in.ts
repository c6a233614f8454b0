import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { flavourOf } from '../flavour.ts'

/** The tables better-auth 1.7 keeps for sign-in with its username plugin, and two fields of ours on the user. */
export const signIn: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { date, boolean } = flavourOf(db)
    const statements = [
      `create table "user" (id text primary key, name text not null, email text not null unique,
        "emailVerified" ${boolean} not null, image text, "createdAt" ${date} not null,
        "updatedAt" ${date} not null, username text unique, "displayUsername" text,
        staff text not null, role text not null)`,
      `create table session (id text primary key, "expiresAt" ${date} not null,
        token text not null unique, "createdAt" ${date} not null, "updatedAt" ${date} not null,
        "ipAddress" text, "userAgent" text,
        "userId" text not null references "user" (id) on delete cascade)`,
      `create table account (id text primary key, "accountId" text not null,
        "providerId" text not null, "userId" text not null references "user" (id) on delete cascade,
        "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" ${date},
        "refreshTokenExpiresAt" ${date}, scope text, password text, "createdAt" ${date} not null,
        "updatedAt" ${date} not null)`,
      `create table verification (id text primary key, identifier text not null, value text not null,
        "expiresAt" ${date} not null, "createdAt" ${date} not null, "updatedAt" ${date} not null)`,
      `create index "session_user" on session ("userId")`,
      `create index account_user on account ("userId")`,
      `create index verification_identifier on verification (identifier)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
