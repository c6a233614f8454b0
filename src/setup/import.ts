import { decide } from '../desk/decide.ts'
import type { Desk } from '../desk/desk.ts'
import type { Content } from '../desk/flow.ts'
import { newId } from '../handle.ts'
import { commit } from '../store/commit.ts'
import type { Db, Engine } from '../store/engine.ts'
import { Facts, writeDesk } from '../store/facts.ts'
import { holdFloor } from '../store/hold.ts'
import { Keys } from '../store/keys.ts'
import { addLogin, closeOthers, withoutLogin } from '../store/login.ts'
import type { Seal } from '../store/seal.ts'
import { load } from '../store/snapshot.ts'
import type { DeskFile } from './desk-file.ts'

export interface Imported {
  changed: boolean
  /** People who can sign in now and could not before. */
  logins: number
  /** Accounts closed: of people the file no longer names, or names as exited. */
  closed: number
}

/** Makes the desk what the file says, in one transaction; the same file again changes nothing. */
export async function importDesk(
  engine: Engine,
  seal: Seal,
  { desk, logins }: DeskFile,
  content: Content,
  now: number,
): Promise<Imported> {
  const missing = new Set(
    await withoutLogin(
      engine.db,
      logins.map(({ staff }) => staff),
    ),
  )
  const fresh = logins.filter(({ staff }) => missing.has(staff))
  const hashed = await Promise.all(
    fresh.map(async (login) => ({ ...login, passwordHash: await hash(login.password) })),
  )
  return engine.atomically(async (tx) => {
    await holdFloor(tx)
    const changed = await writeDesk(tx, seal, desk)
    // Another process may have been quicker.
    const still = new Set(await withoutLogin(tx, [...missing]))
    const added = hashed.filter(({ staff }) => still.has(staff))
    for (const { staff, name, role, username, passwordHash } of added) {
      await addLogin(tx, { staff: { id: staff, name, role }, username, passwordHash }, now)
    }
    if (changed) await noteImport(tx, seal, content, now)
    const closed = await closeOthers(tx, staffOf(desk))
    return { changed, logins: added.length, closed }
  })
}

const staffOf = ({ lawyers, coordinators }: Desk): string[] => [
  ...lawyers.filter(({ status }) => status !== 'exited').map(({ id }) => id),
  ...coordinators.map(({ id }) => id),
]

async function hash(password: string): Promise<string> {
  const { hashPassword } = await import('better-auth/crypto')
  return hashPassword(password)
}

/** The change stands in the log; whoever waits is looked at again within half a minute. */
async function noteImport(tx: Db, seal: Seal, content: Content, now: number): Promise<void> {
  const desk = await new Facts(seal).read(tx)
  if (!desk) throw new Error('the desk was not written')
  const { lawyers, shifts } = desk
  const event = {
    type: 'desk.imported' as const,
    id: newId(),
    lawyers: lawyers.length,
    shifts: shifts.length,
  }
  const keys = new Keys(tx, seal)
  const house = { desk, content, channels: new Set<never>(), publicUrl: '' }
  const decision = decide(await load(tx, keys, house, event, true), event, now)
  if ('needs' in decision) throw new Error('the whole floor was given')
  await commit(tx, keys, event, decision.effects, now)
}
