import type { Db } from './engine.ts'

/** Failed sign-ins, by keyed hash of account and address: nothing here says whose. */

const DAY = 86_400_000

export interface Attempts {
  key: string
  /** So many failures cost nothing; after that the wait doubles up to `most` (ms). */
  free: number
  first: number
  most: number
}

/** Milliseconds until this may be tried again. */
export async function lockedFor(db: Db, keys: string[], now: number): Promise<number> {
  const rows = await db
    .selectFrom('sign_in_lock')
    .select('until')
    .where('key', 'in', keys)
    .execute()
  return Math.max(0, ...rows.map(({ until }) => Number(until) - now))
}

export async function noteFailure(tx: Db, attempts: Attempts, now: number): Promise<void> {
  const { key, free, first, most } = attempts
  const known = await tx
    .selectFrom('sign_in_lock')
    .select(['failures', 'at'])
    .where('key', '=', key)
    .executeTakeFirst()
  const failures = (known && now - Number(known.at) < DAY ? Number(known.failures) : 0) + 1
  const wait = failures < free ? 0 : Math.min(most, first * 2 ** Math.min(20, failures - free))
  const row = { failures, until: now + wait, at: now }
  await tx
    .insertInto('sign_in_lock')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
  await tx
    .deleteFrom('sign_in_lock')
    .where('at', '<', now - DAY)
    .execute()
}

export async function forgive(tx: Db, keys: string[]): Promise<void> {
  await tx.deleteFrom('sign_in_lock').where('key', 'in', keys).execute()
}
