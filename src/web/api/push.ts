import { createRoute, z } from '@hono/zod-openapi'
import { pushServiceOf, pushServices } from '../../channel/push.ts'
import { FaultError } from '../../desk/fault.ts'
import { addSubscription, dropSubscription, subscriptionsOf } from '../../store/preference.ts'
import { pushKeys } from '../../store/push-keys.ts'
import { lawyerStates } from '../../store/read/duty.ts'
import type { WebParts } from '../parts.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

const state = json(
  z.object({
    publicKey: z.string().openapi({ description: 'Of the desk (VAPID), for the browser' }),
    services: z.array(z.enum(Object.keys(pushServices) as [keyof typeof pushServices])).openapi({
      description: 'Whose browsers the settings allow to be woken; none as installed',
    }),
    browsers: z.number().openapi({ description: 'Browsers of mine that are woken' }),
  }),
  'Push',
)

const see = createRoute({
  method: 'get',
  path: '/push',
  summary: 'Whether browsers of mine are woken when the page is closed (lawyer)',
  responses: { 200: state, ...mayFail(401, 403) },
})

const endpoint = z
  .string()
  .max(1000)
  .refine((one) => pushServiceOf(one) !== null)

const ask = createRoute({
  method: 'post',
  path: '/push',
  summary: 'Wake this browser for offers: the desk then sends to the service its maker runs',
  request: {
    body: body(
      z.object({
        endpoint,
        keys: z.object({
          p256dh: z.string().regex(/^[\w-]{80,100}$/),
          auth: z.string().regex(/^[\w-]{20,30}$/),
        }),
      }),
    ),
  },
  responses: { 200: state, ...mayFail(400, 401, 403, 409) },
})

const stop = createRoute({
  method: 'delete',
  path: '/push',
  summary: 'Wake this browser no more',
  request: { query: z.object({ endpoint: z.string().max(1000) }) },
  responses: { 200: state, ...mayFail(400, 401, 403) },
})

export function push({ engine, seal, handle, now, push: services }: WebParts) {
  const answer = async (lawyer: string) => ({
    services: [...services],
    publicKey: (await pushKeys(engine.db, seal)).publicKey,
    browsers: (await subscriptionsOf(engine.db, seal, lawyer)).length,
  })
  const tell = async (lawyer: string) => {
    const found = await answer(lawyer)
    await handle({ type: 'push.asked', lawyer, on: found.browsers > 0 })
    return found
  }
  return staffApp()
    .openapi(see, async (c) => {
      require(c.get('staff'), 'duty.do')
      const lawyer = c.get('staff').id
      const found = await answer(lawyer)
      // A browser that was gone when it was to be woken has turned the waking off.
      const on = (await lawyerStates(engine.db)).get(lawyer)?.push === true
      return c.json(on ? found : { ...found, browsers: 0 }, 200)
    })
    .openapi(ask, async (c) => {
      require(c.get('staff'), 'duty.do')
      const lawyer = c.get('staff').id
      const asked = c.req.valid('json')
      if (!services.some((one) => one === pushServiceOf(asked.endpoint))) {
        throw new FaultError('push_off')
      }
      await addSubscription(engine.db, seal, lawyer, asked, now())
      return c.json(await tell(lawyer), 200)
    })
    .openapi(stop, async (c) => {
      require(c.get('staff'), 'duty.do')
      const lawyer = c.get('staff').id
      const { endpoint } = c.req.valid('query')
      const found = await subscriptionsOf(engine.db, seal, lawyer)
      if (!found.some((one) => one.endpoint === endpoint)) throw new FaultError('malformed')
      await dropSubscription(engine.db, seal, endpoint)
      return c.json(await tell(lawyer), 200)
    })
}
