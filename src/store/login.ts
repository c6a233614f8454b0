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
