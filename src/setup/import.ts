import { decide } from '../desk/decide.ts'
import type { Desk } from '../desk/desk.ts'
import type { Moved } from '../desk/event.ts'
import type { Content } from '../desk/flow.ts'
import { newId } from '../handle.ts'
import { commit } from '../store/commit.ts'
import type { Db, Engine } from '../store/engine.ts'
import { Facts, getMeta, setMeta, writeDesk } from '../store/facts.ts'
import { holdFloor } from '../store/hold.ts'
import { Keys } from '../store/keys.ts'
import { addLogin, closeOthers, withoutLogin } from '../store/login.ts'
import type { Seal } from '../store/seal.ts'
import { load } from '../store/snapshot.ts'
import type { DeskFile, Login } from './desk-file.ts'
import { type Digests, digestsOf, merged } from './merge.ts'

/** What the last file said, so that the next changes only what it says anew. */
const DIGESTS = 'file_digests'

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
  { desk, logins, reasons }: DeskFile,
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
    fresh.map(async (login) => ({ ...login, passwordHash: await hashOf(login) })),
  )
  return engine.atomically(async (tx) => {
    await holdFloor(tx)
    const known = await new Facts(seal).read(tx)
    const before = JSON.parse((await getMeta(tx, DIGESTS)) ?? '{}') as Digests
    const changed = await writeDesk(tx, seal, known ? merged(known, desk, before, now) : desk)
    await setMeta(tx, DIGESTS, JSON.stringify(digestsOf(desk)))
    // Another process may have been quicker.
    const still = new Set(await withoutLogin(tx, [...missing]))
    const added = hashed.filter(({ staff }) => still.has(staff))
    for (const { staff, name, role, username, passwordHash } of added) {
      await addLogin(tx, { staff: { id: staff, name, role }, username, passwordHash }, now)
    }
    if (changed) await noteImport(tx, seal, content, now, (after) => moved(known, after, reasons))
    const closed = await closeOthers(tx, [...staffOf(desk), ...staffAddedHere(known, before)])
    return { changed, logins: added.length, closed }
  })
}

const staffOf = ({ lawyers, coordinators }: Desk): string[] => [
  ...lawyers.filter(({ status }) => status !== 'exited').map(({ id }) => id),
  ...coordinators.map(({ id }) => id),
]

/** People the staff added themselves: no file ever named them. */
const staffAddedHere = (known: Desk | null, before: Digests): string[] =>
  (known ? staffOf(known) : []).filter(
    (id) => !(`lawyers:${id}` in before) && !(`coordinators:${id}` in before),
  )

async function hashOf({ username, password, passwordHash }: Login): Promise<string> {
  if (passwordHash !== undefined) return passwordHash
  if (password === undefined) throw new Error(`no password for ${username}`)
  const { hashPassword } = await import('better-auth/crypto')
  return hashPassword(password)
}

/** The change stands in the log; whoever waits is looked at again within half a minute. */
async function noteImport(
  tx: Db,
  seal: Seal,
  content: Content,
  now: number,
  movedIn: (desk: Desk) => Moved[],
): Promise<void> {
  const desk = await new Facts(seal).read(tx)
  if (!desk) throw new Error('the desk was not written')
  const { lawyers, shifts } = desk
  const event = {
    type: 'desk.imported' as const,
    id: newId(),
    lawyers: lawyers.length,
    shifts: shifts.length,
    moved: movedIn(desk),
  }
  const keys = new Keys(tx, seal)
  const house = {
    desk,
    content,
    channels: new Set<never>(),
    assist: new Set<never>(),
    publicUrl: '',
  }
  const decision = decide(await load(tx, keys, house, event, 'calendar', now), event, now)
  if ('needs' in decision) throw new Error('the whole floor was given')
  await commit(tx, keys, event, decision.effects, now)
}

/** Statuses that are not what they were; of a first import, those the file gives a reason for. */
const moved = (before: Desk | null, after: Desk, reasons: Record<string, string>): Moved[] =>
  after.lawyers.flatMap(({ id, status }) => {
    const from = before?.lawyers.find((one) => one.id === id)?.status ?? null
    const reason = reasons[id] ?? null
    const news = from === null ? reason !== null : from !== status
    return news ? [{ lawyer: id, status, from, reason }] : []
  })
