import type { Staff } from '../desk/access.ts'
import type { Db } from './engine.ts'
import { flavourOf } from './flavour.ts'

/** Staff who can sign in, in the tables better-auth reads. */

export interface Login {
  staff: Staff
  username: string
  /** As better-auth hashes it. */
  passwordHash: string
}

const userId = (staff: string): string => `staff-${staff}`

export async function withoutLogin(db: Db, staff: string[]): Promise<string[]> {
  const rows = await db.selectFrom('user').select('staff').execute()
  const known = new Set(rows.map((row) => row.staff))
  return staff.filter((id) => !known.has(id))
}

/** Closes the accounts of everyone else, signed in or not. Returns how many. */
export async function closeOthers(tx: Db, staff: string[]): Promise<number> {
  const known = await tx.selectFrom('user').select(['id', 'staff']).execute()
  const kept = new Set(staff)
  const gone = known.filter((row) => !kept.has(row.staff)).map(({ id }) => id)
  if (gone.length === 0) return 0
  await tx.deleteFrom('session').where('userId', 'in', gone).execute()
  await tx.deleteFrom('twoFactor').where('userId', 'in', gone).execute()
  await tx.deleteFrom('account').where('userId', 'in', gone).execute()
  await tx.deleteFrom('user').where('id', 'in', gone).execute()
  return gone.length
}

export async function addLogin(tx: Db, login: Login, now: number): Promise<void> {
  const { staff, username, passwordHash } = login
  const id = userId(staff.id)
  const postgres = flavourOf(tx).name === 'postgres'
  const at = postgres ? new Date(now) : new Date(now).toISOString()
  const stamps = { createdAt: at, updatedAt: at }
  await tx
    .insertInto('user')
    .values({
      id,
      name: staff.name,
      email: `${staff.id}@staff.invalid`,
      emailVerified: postgres ? false : 0,
      username: username.toLowerCase(),
      displayUsername: username,
      staff: staff.id,
      role: staff.role,
      ...stamps,
    })
    .execute()
  await tx
    .insertInto('account')
    .values({
      id: `${id}-password`,
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: passwordHash,
      ...stamps,
    })
    .execute()
}
