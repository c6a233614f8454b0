import type { Context } from 'hono'
import { FaultError } from '../../desk/fault.ts'
import { headOf } from '../../store/read/head.ts'
import { staffEvents } from '../../store/read/staff.ts'
import type { WebParts } from '../parts.ts'
import { cursorOf, tail } from '../sse.ts'

/** Live: everything a coordinator may see, a lawyer's own; from now on unless a cursor says otherwise. */
export function liveEvents(parts: WebParts) {
  return async (c: Context): Promise<Response> => {
    const staff = await parts.auth.staff(c.req.raw.headers)
    if (!staff) throw new FaultError('not_signed_in')
    const { engine, seal, bell } = parts
    const after = c.req.header('last-event-id') ? cursorOf(c) : await headOf(engine.db)
    return tail(c, {
      bell,
      topics: async () => [null],
      after,
      read: (cursor) => staffEvents(engine.db, seal, staff, cursor),
      durable: () => engine.durable(),
    })
  }
}
