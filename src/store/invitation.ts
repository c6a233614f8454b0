import type { Role } from '../desk/access.ts'
import type { Db } from './engine.ts'

/** Links by which somebody sets their own user name and password, once, for three days. */

export const INVITED = 3 * 86_400_000

export interface Invitation {
  id: string
  staff: string
  name: string
  role: Role
  madeBy: string | null
  madeAt: number
  expiresAt: number
}

/** A new link ends those before it. `token`: its keyed hash. */
export async function invite(
  tx: Db,
  { id, staff, name, role, madeBy }: Omit<Invitation, 'madeAt' | 'expiresAt'>,
  token: string,
  now: number,
): Promise<void> {
  await endInvitations(tx, staff, now)
  await tx
    .insertInto('invitation')
    .values({
      id,
      token,
      staff,
      name,
      role,
      made_by: madeBy,
      made_at: now,
      expires_at: now + INVITED,
      used_at: null,
      ended_at: null,
    })
    .execute()
}

export async function endInvitations(tx: Db, staff: string, now: number): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ ended_at: now })
    .where('staff', '=', staff)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
}

const open = (db: Db, now: number) =>
  db
    .selectFrom('invitation')
    .selectAll()
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)

type Row = Awaited<ReturnType<ReturnType<typeof open>['execute']>>[number]

const invitationOf = (row: Row): Invitation => ({
  id: row.id,
  staff: row.staff,
  name: row.name,
  role: row.role === 'coordinator' ? 'coordinator' : 'lawyer',
  madeBy: row.made_by,
  madeAt: Number(row.made_at),
  expiresAt: Number(row.expires_at),
})

export const openInvitations = async (db: Db, now: number): Promise<Invitation[]> =>
  (await open(db, now).orderBy('made_at').execute()).map(invitationOf)

/** Null where the link was never made, is used, ended, or too old. */
export async function invitationFor(
  db: Db,
  token: string,
  now: number,
): Promise<Invitation | null> {
  const row = await open(db, now).where('token', '=', token).executeTakeFirst()
  return row ? invitationOf(row) : null
}

/** False where somebody was quicker. */
export async function useInvitation(tx: Db, id: string, now: number): Promise<boolean> {
  const done = await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .execute()
  return done.length > 0
}
