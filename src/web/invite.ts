import { FaultError } from '../desk/fault.ts'
import { newId } from '../handle.ts'
import { accounts, takePlace, userNamed } from '../store/account.ts'
import type { Engine } from '../store/engine.ts'
import { type Invitation, invitationFor, invite, useInvitation } from '../store/invitation.ts'
import type { Seal } from '../store/seal.ts'
import type { WebParts } from './parts.ts'
import { ALONE, weakness } from './password.ts'

/** Links by which somebody takes their place at the desk. */

const tokenKey = (seal: Pick<Seal, 'lookup'>, token: string): string =>
  seal.lookup('invitation', token)

/** 192 bits; only their keyed hash is kept. */
const newToken = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')

export interface Inviting {
  engine: Pick<Engine, 'atomically'>
  seal: Pick<Seal, 'lookup'>
  publicUrl: string
}

export type Invitee = Pick<Invitation, 'staff' | 'name' | 'role' | 'madeBy'>

/** The link; it is shown once and can be made anew. */
export async function makeInvitation(
  { engine, seal, publicUrl }: Inviting,
  invitee: Invitee,
  now: number,
): Promise<string> {
  const token = newToken()
  const row = { id: newId(), ...invitee }
  await engine.atomically((tx) => invite(tx, row, tokenKey(seal, token), now))
  return `${publicUrl}/invite/${token}`
}

export const invitationOf = ({ engine, seal, now }: WebParts, token: string) =>
  invitationFor(engine.db, tokenKey(seal, token), now())

export const usernameOf = async ({ engine }: WebParts, staff: string): Promise<string> =>
  (await accounts(engine.db)).find((one) => one.staff === staff)?.username ?? ''

/** Sets user name and password by the link, which is used up with it. */
export async function acceptInvitation(
  parts: WebParts,
  token: string,
  { username, password }: { username: string; password: string },
): Promise<Invitation> {
  const { engine, seal, now } = parts
  const found = await invitationOf(parts, token)
  if (!found) throw new FaultError('not_found')
  const { staff: id, name, role } = found
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{1,63}$/.test(username))
    throw new FaultError('malformed', { fields: ['username'] })
  const owner = await userNamed(engine.db, username)
  if (owner !== null && owner !== id) throw new FaultError('username_taken')
  const desk = await parts.desk()
  const weak = await weakness(password, ALONE, [username, id, name, desk.name])
  if (weak) throw new FaultError('weak_password', { fields: ['password', weak] })
  const { hashPassword } = await import('better-auth/crypto')
  const hash = await hashPassword(password)
  await join(parts, found)
  await engine.atomically(async (tx) => {
    if (!(await useInvitation(tx, found.id, now()))) throw new FaultError('not_found')
    await takePlace(tx, { id, name, role }, username, hash, now())
  })
  parts.log.info({ staff: id, role, link: tokenKey(seal, token).slice(0, 8) }, 'invitation used')
  return found
}

/** A coordinator who is new joins the desk when they come, not when they are asked. */
async function join(parts: WebParts, { staff: id, name, role, madeBy }: Invitation): Promise<void> {
  const { lawyers, coordinators } = await parts.desk()
  if (role === 'lawyer') {
    if (!lawyers.some((one) => one.id === id)) throw new FaultError('not_found')
    return
  }
  if (coordinators.some((one) => one.id === id)) return
  const { fault } = await parts.handle({
    type: 'rota.asked',
    by: { id: madeBy ?? id, role: 'coordinator' },
    act: { do: 'coordinator.add', id, name },
  })
  if (fault) throw new FaultError(fault.code, fault)
}
