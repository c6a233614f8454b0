import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { endSessions, accounts as readAccounts, sessionsOf } from '../../store/account.ts'
import { endInvitations, openInvitations } from '../../store/invitation.ts'
import { iso } from '../../store/read/entry.ts'
import { makeInvitation } from '../invite.ts'
import type { WebParts } from '../parts.ts'
import { Name } from './ask-rota.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

/** Who may sign in: invitations, and ending other people's sessions (coordinators). */

const Person = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['lawyer', 'coordinator']),
  username: z.string().nullable(),
  secondFactor: z.boolean(),
  sessions: z.number(),
  seen: z.string().nullable(),
  invitedUntil: z.string().nullable(),
})

const list = createRoute({
  method: 'get',
  path: '/accounts',
  summary: 'Who can sign in, who is invited, who uses a second factor (coordinator)',
  responses: { 200: json(z.object({ items: z.array(Person) }), 'People'), ...mayFail(401, 403) },
})

const inviting = createRoute({
  method: 'post',
  path: '/accounts/invite',
  summary:
    'A link by which somebody of the register, or a new coordinator, sets user name and password; ends earlier links (coordinator)',
  request: {
    body: body(
      z.object({
        id: Name,
        role: z.enum(['lawyer', 'coordinator']),
        name: z.string().trim().min(1).max(60).optional(),
      }),
    ),
  },
  responses: {
    201: json(z.object({ link: z.string() }), 'The link, shown this once'),
    ...mayFail(400, 401, 403, 404, 409),
  },
})

const withdraw = createRoute({
  method: 'delete',
  path: '/accounts/{id}/invitation',
  summary: 'Withdraw the open invitation (coordinator)',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(z.object({ id: z.string() }), 'Withdrawn'), ...mayFail(401, 403) },
})

const signOut = createRoute({
  method: 'delete',
  path: '/accounts/{id}/sessions',
  summary: 'Sign somebody out everywhere (coordinator)',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(z.object({ ended: z.number() }), 'Ended'), ...mayFail(401, 403) },
})

export function accounts(parts: WebParts) {
  const { engine, now } = parts
  return staffApp()
    .openapi(list, async (c) => {
      require(c.get('staff'), 'account.change')
      const { lawyers, coordinators } = await parts.desk()
      const known = new Map((await readAccounts(engine.db)).map((one) => [one.staff, one]))
      const invited = new Map((await openInvitations(engine.db, now())).map((i) => [i.staff, i]))
      const people = [
        ...coordinators.map(({ id, name }) => ({ id, name, role: 'coordinator' as const })),
        ...lawyers.map(({ id, name }) => ({ id, name, role: 'lawyer' as const })),
      ]
      const coming = [...invited.values()]
        .filter(({ staff }) => !people.some(({ id }) => id === staff))
        .map(({ staff: id, name, role }) => ({ id, name, role }))
      const items = await Promise.all(
        [...people, ...coming].map(async (person) => {
          const account = known.get(person.id)
          const sessions = account ? await sessionsOf(engine.db, person.id, now()) : []
          const until = invited.get(person.id)?.expiresAt
          return {
            ...person,
            username: account?.username ?? null,
            secondFactor: account?.secondFactor ?? false,
            sessions: sessions.length,
            seen: sessions[0] ? iso(sessions[0].seen) : null,
            invitedUntil: until === undefined ? null : iso(until),
          }
        }),
      )
      return c.json({ items }, 200)
    })
    .openapi(inviting, async (c) => {
      const staff = c.get('staff')
      require(staff, 'account.change')
      const { id, role, name } = c.req.valid('json')
      const { lawyers, coordinators } = await parts.desk()
      const known = (role === 'lawyer' ? lawyers : coordinators).find((one) => one.id === id)
      if (!known && role === 'lawyer') throw new FaultError('not_found')
      if (!known && lawyers.some((one) => one.id === id))
        throw new FaultError('already_known', { fields: ['id'] })
      const called = known?.name ?? name
      if (called === undefined) throw new FaultError('malformed', { fields: ['name'] })
      const invitee = { staff: id, name: called, role, madeBy: staff.id }
      return c.json({ link: await makeInvitation(parts, invitee, now()) }, 201)
    })
    .openapi(withdraw, async (c) => {
      require(c.get('staff'), 'account.change')
      const { id } = c.req.valid('param')
      await engine.atomically((tx) => endInvitations(tx, id, now()))
      return c.json({ id }, 200)
    })
    .openapi(signOut, async (c) => {
      require(c.get('staff'), 'account.change')
      const { id } = c.req.valid('param')
      const ended = await engine.atomically((tx) => endSessions(tx, id, { but: null }))
      return c.json({ ended }, 200)
    })
}
