import type { Desk } from '../desk/desk.ts'
import type { Engine } from '../store/engine.ts'
import { withoutLogin } from '../store/login.ts'
import type { Seal } from '../store/seal.ts'
import { makeInvitation } from '../web/invite.ts'

/** A desk nobody can sign in to: its coordinators get a link each, printed once, to set a password of their own. */

export interface FirstLink {
  name: string
  link: string
}

export async function firstLinks(
  parts: { engine: Engine; seal: Seal; publicUrl: string },
  { coordinators }: Pick<Desk, 'coordinators'>,
  now: number,
): Promise<FirstLink[]> {
  const ids = coordinators.map(({ id }) => id)
  const without = new Set(await withoutLogin(parts.engine.db, ids))
  // Where one coordinator can sign in, they invite the others.
  if (without.size < coordinators.length) return []
  return Promise.all(
    coordinators.map(async ({ id: staff, name }) => {
      const invitee = { staff, name, role: 'coordinator' as const, madeBy: null }
      return { name, link: await makeInvitation(parts, invitee, now) }
    }),
  )
}
