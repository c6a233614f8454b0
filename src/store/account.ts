import type { Staff } from '../desk/access.ts'
import type { Db } from './engine.ts'
import { flavourOf } from './flavour.ts'
import { addLogin } from './login.ts'

/** Accounts and their sessions, as better-auth keeps them. */

export interface Account {
  staff: string
  username: string
  secondFactor: boolean
}

export async function accounts(db: Db): Promise<Account[]> {
  const rows = await db
    .selectFrom('user')
    .select(['staff', 'username', 'twoFactorEnabled'])
    .orderBy('staff')
    .execute()
  return rows.map(({ staff, username, twoFactorEnabled }) => ({
    staff,
    username,
    secondFactor: Boolean(Number(twoFactorEnabled ?? 0)),
  }))
}

const accountOf = (db: Db, staff: string) =>
  db.selectFrom('user').select(['id', 'username']).where('staff', '=', staff).executeTakeFirst()

const instant = (at: string | Date): number =>
  at instanceof Date ? at.getTime() : Date.parse(String(at))

export interface Session {
  id: string
  agent: string | null
  since: number
  /** Renewed once a day while in use. */
  seen: number
}

export async function sessionsOf(db: Db, staff: string, now: number): Promise<Session[]> {
  const account = await accountOf(db, staff)
  if (!account) return []
  const rows = await db.selectFrom('session').selectAll().where('userId', '=', account.id).execute()
  return rows
    .filter(({ expiresAt }) => instant(expiresAt) > now)
    .map(({ id, userAgent, createdAt, updatedAt }) => ({
      id,
      agent: userAgent,
      since: instant(createdAt),
      seen: instant(updatedAt),
    }))
    .sort((a, b) => b.seen - a.seen)
}

/** Ends one session of theirs, or all but one; how many. */
export async function endSessions(
  tx: Db,
  staff: string,
  which: { id: string } | { but: string | null },
): Promise<number> {
  const account = await accountOf(tx, staff)
  if (!account) return 0
  const own = tx.deleteFrom('session').where('userId', '=', account.id)
  const chosen =
    'id' in which
      ? own.where('id', '=', which.id)
      : which.but === null
        ? own
        : own.where('id', '<>', which.but)
  // Counted by what comes back: in a transaction PostgreSQL is not waited for otherwise.
  return (await chosen.returning('id').execute()).length
}

export const userNamed = async (db: Db, username: string): Promise<string | null> =>
  (
    await db
      .selectFrom('user')
      .select('staff')
      .where('username', '=', username.toLowerCase())
      .executeTakeFirst()
  )?.staff ?? null

export async function passwordHashOf(db: Db, staff: string): Promise<string | null> {
  const account = await accountOf(db, staff)
  if (!account) return null
  const row = await db
    .selectFrom('account')
    .select('password')
    .where('userId', '=', account.id)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}

export async function setPassword(tx: Db, staff: string, hash: string, now: number): Promise<void> {
  const account = await accountOf(tx, staff)
  if (!account) return
  const updatedAt = flavourOf(tx).name === 'postgres' ? new Date(now) : new Date(now).toISOString()
  await tx
    .updateTable('account')
    .set({ password: hash, updatedAt })
    .where('userId', '=', account.id)
    .where('providerId', '=', 'credential')
    .execute()
}

/** A new account, or the old one under a new password: then without second factor, and signed out everywhere. */
export async function takePlace(
  tx: Db,
  staff: Staff,
  username: string,
  passwordHash: string,
  now: number,
): Promise<void> {
  const account = await accountOf(tx, staff.id)
  if (!account) return addLogin(tx, { staff, username, passwordHash }, now)
  await setPassword(tx, staff.id, passwordHash, now)
  await endSessions(tx, staff.id, { but: null })
  await tx.deleteFrom('twoFactor').where('userId', '=', account.id).execute()
  await tx
    .updateTable('user')
    .set({
      username: username.toLowerCase(),
      displayUsername: username,
      twoFactorEnabled: flavourOf(tx).name === 'postgres' ? false : 0,
    })
    .where('id', '=', account.id)
    .execute()
}
