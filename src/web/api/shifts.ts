import { createRoute } from '@hono/zod-openapi'
import type { ShiftFields } from '../../desk/rota/act.ts'
import { newId } from '../../handle.ts'
import type { WebParts } from '../parts.ts'
import { askRota, Changed, changed, Id, Shift, shiftFields } from './ask-rota.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

const add = createRoute({
  method: 'post',
  path: '/shifts',
  summary: 'Put a shift on the rota (coordinator)',
  request: { body: body(Shift) },
  responses: { 201: json(Changed, 'Added'), ...mayFail(400, 401, 403, 409) },
})

const change = createRoute({
  method: 'patch',
  path: '/shifts/{id}',
  summary: 'Change a shift from now on; what has been done stays (coordinator)',
  request: { params: Id, body: body(Shift.partial()) },
  responses: { 200: json(Changed, 'Changed'), ...mayFail(400, 401, 403, 404, 409) },
})

const remove = createRoute({
  method: 'delete',
  path: '/shifts/{id}',
  summary: 'Take a shift off the rota from now on (coordinator)',
  request: { params: Id },
  responses: { 200: json(Changed, 'Removed'), ...mayFail(401, 403, 404, 409) },
})

export function shifts(parts: WebParts) {
  return staffApp()
    .openapi(add, async (c) => {
      const staff = c.get('staff')
      require(staff, 'rota.change')
      const { timezone } = await parts.desk()
      const fields = shiftFields(c.req.valid('json'), timezone) as ShiftFields
      const id = newId()
      const gaps = await askRota(parts, staff, { do: 'shift.add', id, fields })
      return c.json(await changed(parts, id, gaps), 201)
    })
    .openapi(change, async (c) => {
      const staff = c.get('staff')
      require(staff, 'rota.change')
      const { id } = c.req.valid('param')
      const { timezone } = await parts.desk()
      const fields = shiftFields(c.req.valid('json'), timezone)
      const gaps = await askRota(parts, staff, { do: 'shift.change', id, fields })
      return c.json(await changed(parts, id, gaps), 200)
    })
    .openapi(remove, async (c) => {
      const staff = c.get('staff')
      require(staff, 'rota.change')
      const { id } = c.req.valid('param')
      const gaps = await askRota(parts, staff, { do: 'shift.remove', id })
      return c.json(await changed(parts, id, gaps), 200)
    })
}
