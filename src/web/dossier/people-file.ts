import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { stages } from '../../desk/state.ts'
import { mayFail, PEOPLE_FILE, require, staffApp } from '../api/staff-app.ts'
import type { WebParts } from '../parts.ts'
import { readPeople } from '../sheet/read-people.ts'
import { PersonBody } from './notice-schema.ts'

/** Many people at once: read and shown first, taken in with the notice. A broken table changes nothing. */

const LARGEST = 2 * 1024 * 1024

const RowFault = z.object({ row: z.number(), column: z.string(), why: z.string() })

const file = z.string().openapi({ format: 'binary' })

const read = createRoute({
  method: 'post',
  path: PEOPLE_FILE,
  summary:
    'Read the people of a notice from XLSX or CSV (姓名, 涉嫌罪名, 诉讼阶段); nothing is kept',
  request: {
    query: z.object({ stage: z.enum(stages).optional() }),
    body: {
      required: true,
      content: {
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: file },
        'text/csv': { schema: file },
        'application/octet-stream': { schema: file },
      },
    },
  },
  responses: {
    200: {
      description: 'The people; or none, and each fault with its row, column and reason',
      content: {
        'application/json': {
          schema: z.object({ people: z.array(PersonBody), faults: z.array(RowFault) }),
        },
      },
    },
    ...mayFail(400, 401, 403),
  },
})

export function peopleFile(_: WebParts) {
  return staffApp().openapi(read, async (c) => {
    require(c.get('staff'), 'notice.change')
    if (Number(c.req.header('content-length') ?? '0') > LARGEST) throw new FaultError('too_large')
    const bytes = new Uint8Array(await c.req.raw.arrayBuffer())
    if (bytes.length > LARGEST) throw new FaultError('too_large')
    if (bytes.length === 0) throw new FaultError('malformed', { fields: ['file'] })
    return c.json(await readPeople(bytes, c.req.valid('query').stage ?? null), 200)
  })
}
