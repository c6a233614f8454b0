import { createRoute, z } from '@hono/zod-openapi'
import { makeAnchor } from '../../store/anchor.ts'
import type { WebParts } from '../parts.ts'
import { json, mayFail, require, staffApp } from './staff-app.ts'

const route = createRoute({
  method: 'get',
  path: '/anchor',
  summary:
    'How the event log stands now, signed, to be kept elsewhere; `npm run desk -- verify FILE` proves the log against it (coordinator)',
  responses: {
    200: json(
      z.object({
        seq: z.number(),
        hash: z.string(),
        at: z.string(),
        key: z.string().openapi({ description: 'The desk’s Ed25519 public key, base64url' }),
        signature: z.string(),
      }),
      'The anchor',
    ),
    ...mayFail(401, 403),
  },
})

export function anchor({ engine, seal, now }: WebParts) {
  return staffApp().openapi(route, async (c) => {
    require(c.get('staff'), 'anchor.see')
    return c.json(await makeAnchor(engine, seal, now()), 200)
  })
}
