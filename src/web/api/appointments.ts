import { createRoute, z } from '@hono/zod-openapi'
import type { Staff } from '../../desk/access.ts'
import type { AppointmentAct } from '../../desk/appointment/act.ts'
import { appointmentStates } from '../../desk/appointment/appointment.ts'
import { slotsOf } from '../../desk/appointment/slots.ts'
import { theirsFirst } from '../../desk/appointment/times.ts'
import { FaultError } from '../../desk/fault.ts'
import { lawyersOf } from '../../desk/rota.ts'
import { newId } from '../../handle.ts'
import {
  type AppointmentView,
  appointmentById,
  clientOf,
  inConflictWith,
  listAppointments,
  takenBetween,
} from '../../store/read/appointment.ts'
import { holderOf } from '../../store/read/conversation.ts'
import { iso } from '../../store/read/entry.ts'
import type { WebParts } from '../parts.ts'
import { body, instant, json, mayFail, require, staffApp } from './staff-app.ts'

const DAY = 86_400_000
/** More than anybody reads at once. */
const MOST = 1000

const id = z.object({ id: z.string() })

const Slot = z.object({
  id: z.string(),
  lawyer: z.string(),
  lawyerName: z.string(),
  station: z.string(),
  methods: z.array(z.string()),
  from: z.string(),
  to: z.string(),
})

const Appointment = z
  .object({
    id: z.string(),
    conversation: z.string().nullable(),
    client: z.string().nullable().openapi({ description: 'Pseudonym' }),
    channel: z.string().nullable(),
    lawyer: z.string().openapi({ description: 'Empty while on the waiting list' }),
    lawyerName: z.string(),
    station: z.string(),
    method: z.string(),
    from: z.string(),
    to: z.string(),
    state: z.enum(appointmentStates),
    alert: z.string().nullable(),
    flags: z.array(z.string()).openapi({ description: 'What makes the case difficult (R20.3)' }),
    wish: z.string().nullable(),
    createdAt: z.string(),
  })
  .openapi('Appointment')

const slots = createRoute({
  method: 'get',
  path: '/slots',
  summary:
    'Times that can be booked; for a conversation, those its client can have, its lawyer first',
  request: {
    query: z.object({
      from: instant.optional(),
      to: instant.optional(),
      lawyer: z.string().optional(),
      conversation: z.string().optional(),
    }),
  },
  responses: {
    200: json(z.object({ items: z.array(Slot) }), 'Free slots'),
    ...mayFail(400, 401, 403, 404),
  },
})

const list = createRoute({
  method: 'get',
  path: '/appointments',
  summary:
    'Appointments between two times, the waiting list, and alerts: a lawyer’s own, a coordinator’s all',
  request: {
    query: z.object({
      from: instant.optional(),
      to: instant.optional(),
      lawyer: z.string().optional(),
      conversation: z.string().optional(),
    }),
  },
  responses: {
    200: json(z.object({ items: z.array(Appointment) }), 'Appointments'),
    ...mayFail(400, 401),
  },
})

const make = createRoute({
  method: 'post',
  path: '/appointments',
  summary: 'Book a slot for a conversation: its lawyer, or a coordinator for anyone',
  request: { body: body(z.object({ conversation: z.string(), slot: z.string() })) },
  responses: { 201: json(Appointment, 'Booked'), ...mayFail(400, 401, 403, 404, 409) },
})

const change = createRoute({
  method: 'patch',
  path: '/appointments/{id}',
  summary: 'Move to another slot; settled: an alert has been seen to (coordinator)',
  request: {
    params: id,
    body: body(
      z
        .object({ slot: z.string(), settled: z.literal(true) })
        .partial()
        .refine(({ slot, settled }) => slot !== undefined || settled, { path: ['slot'] }),
    ),
  },
  responses: { 200: json(Appointment, 'Changed'), ...mayFail(400, 401, 403, 404, 409) },
})

const remove = createRoute({
  method: 'delete',
  path: '/appointments/{id}',
  summary: 'Cancel',
  request: { params: id },
  responses: { 200: json(Appointment, 'Cancelled'), ...mayFail(401, 403, 404, 409) },
})

const propose = createRoute({
  method: 'post',
  path: '/conversations/{id}/slots',
  summary:
    'Offer times to the client of a live conversation; kept for ten minutes while they choose',
  request: {
    params: id,
    body: body(z.object({ slots: z.array(z.string()).min(1).max(5) })),
  },
  responses: {
    202: json(z.object({ offered: z.number() }), 'Offered'),
    ...mayFail(400, 401, 403, 404, 409),
  },
})

export function appointments(parts: WebParts) {
  const { handle, engine, now } = parts

  const holder = async (conversation: string) => {
    const found = await holderOf(engine.db, conversation)
    if (!found) throw new FaultError('not_found', { fields: ['conversation'] })
    return found
  }

  async function ask(
    staff: Staff,
    act: AppointmentAct,
    about: { conversation?: string; appointment?: string },
  ): Promise<void> {
    const by = { role: staff.role, id: staff.id }
    const { fault } = await handle({ type: 'appointment.asked', by, act, ...about })
    if (fault) throw new FaultError(fault.code, fault)
  }

  async function known(staff: Staff, id: string) {
    const found = await appointmentById(engine.db, id)
    if (!found) throw new FaultError('not_found')
    require(staff, 'appointment.change', { appointment: found })
    return found
  }

  async function view(id: string) {
    const found = await appointmentById(engine.db, id)
    if (!found?.conversation) throw new FaultError('not_found')
    const [shown] = await listAppointments(engine.db, {
      from: found.from,
      to: found.from + 1,
      conversation: found.conversation,
    }).then((items) => items.filter((one) => one.id === id))
    if (!shown) throw new FaultError('not_found')
    return asJson(await parts.desk(), shown)
  }

  return staffApp()
    .openapi(slots, async (c) => {
      const query = c.req.valid('query')
      const desk = await parts.desk()
      const span = { from: query.from ?? now(), to: query.to ?? now() + 7 * DAY }
      const taken = await takenBetween(engine.db, span.from, span.to)
      let found = slotsOf(desk, taken, now(), { ...span, lawyer: query.lawyer })
      if (query.conversation !== undefined) {
        require(c.get('staff'), 'appointment.change', {
          conversation: await holder(query.conversation),
        })
        const client = await clientOf(engine.db, query.conversation)
        const never = new Set(await inConflictWith(engine.db, query.conversation))
        found = theirsFirst(
          found.filter(({ lawyer }) => !never.has(lawyer)),
          client?.known ?? null,
        )
      }
      const items = found.slice(0, MOST).map(({ busyUntil: _, from, to, ...slot }) => ({
        ...slot,
        lawyerName: lawyersOf(desk).get(slot.lawyer)?.name ?? slot.lawyer,
        from: iso(from),
        to: iso(to),
      }))
      return c.json({ items }, 200)
    })
    .openapi(list, async (c) => {
      const staff = c.get('staff')
      const { from = now() - DAY, to = now() + 14 * DAY, ...query } = c.req.valid('query')
      const lawyer = staff.role === 'lawyer' ? staff.id : query.lawyer
      const desk = await parts.desk()
      const found = await listAppointments(engine.db, { ...query, from, to, lawyer })
      return c.json({ items: found.map((one) => asJson(desk, one)) }, 200)
    })
    .openapi(make, async (c) => {
      const { conversation, slot } = c.req.valid('json')
      const staff = c.get('staff')
      require(staff, 'appointment.change', { conversation: await holder(conversation) })
      const id = newId()
      await ask(staff, { do: 'book', id, slot }, { conversation })
      return c.json(await view(id), 201)
    })
    .openapi(change, async (c) => {
      const { id: appointment } = c.req.valid('param')
      const { slot } = c.req.valid('json')
      const staff = c.get('staff')
      await known(staff, appointment)
      if (slot !== undefined) await ask(staff, { do: 'move', slot }, { appointment })
      else {
        require(staff, 'conversation.assign')
        await ask(staff, { do: 'settle' }, { appointment })
      }
      return c.json(await view(appointment), 200)
    })
    .openapi(remove, async (c) => {
      const { id: appointment } = c.req.valid('param')
      await known(c.get('staff'), appointment)
      await ask(c.get('staff'), { do: 'cancel' }, { appointment })
      return c.json(await view(appointment), 200)
    })
    .openapi(propose, async (c) => {
      const { id: conversation } = c.req.valid('param')
      const staff = c.get('staff')
      require(staff, 'appointment.propose', { conversation: await holder(conversation) })
      const wanted = [...new Set(c.req.valid('json').slots)]
      await ask(staff, { do: 'propose', slots: wanted }, { conversation })
      return c.json({ offered: wanted.length }, 202)
    })
}

const asJson = (desk: Awaited<ReturnType<WebParts['desk']>>, one: AppointmentView) => ({
  id: one.id,
  conversation: one.conversation,
  client: one.pseudonym,
  channel: one.channel,
  lawyer: one.lawyer,
  lawyerName: lawyersOf(desk).get(one.lawyer)?.name ?? one.lawyer,
  station: one.station,
  method: one.method,
  from: iso(one.from),
  to: iso(one.to),
  state: one.state,
  alert: one.alert,
  flags: one.flags,
  wish: one.wish,
  createdAt: iso(one.createdAt),
})
