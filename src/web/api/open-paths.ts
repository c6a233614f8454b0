import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { languages } from '../../desk/desk.ts'
import { body, json, MAX_TEXT, mayFail, type StaffEnv } from './staff-app.ts'

/** What no route of the typed client stands for, described all the same: health, the live stream, the clients' chat. */

const stream = (description: string) => ({
  200: {
    description,
    content: {
      'text/event-stream': {
        schema: z.string().openapi({
          description:
            '`id:` is the number of the line, `data:` a line of the log as JSON: {seq, type, at, actor, …}',
        }),
      },
    },
  },
})

const cursor = z.object({
  'last-event-id': z
    .string()
    .optional()
    .openapi({ description: 'Goes on after this line; nothing is missed and nothing comes twice' }),
})

const token = [{ clientToken: [] }]

const Written = z.object({
  id: z.uuid().openapi({ description: 'The client’s own; a repeat with it is harmless' }),
  text: z.string().min(1).max(MAX_TEXT).optional(),
  choice: z.string().optional().openapi({ description: 'Of the choices last offered' }),
})

export function describeOpen(api: OpenAPIHono<StaffEnv>): void {
  const { openAPIRegistry: registry } = api
  registry.registerComponent('securitySchemes', 'clientToken', {
    type: 'http',
    scheme: 'bearer',
    description: 'From POST /chat. All a client has and needs; the desk knows its hash alone',
  })
  registry.registerPath({
    method: 'get',
    path: '/health',
    summary: 'Whether the desk can take work (open)',
    responses: { 200: json(z.object({ status: z.literal('ok') }), 'It can'), ...mayFail(503) },
  })
  registry.registerPath({
    method: 'get',
    path: '/events',
    summary:
      'Live: everything a coordinator may see, without words; of a lawyer’s conversations, offers and duty, with them',
    request: { headers: cursor },
    responses: { ...stream('From now on, or from a cursor'), ...mayFail(401) },
  })
  registry.registerPath({
    method: 'post',
    path: '/chat',
    summary: 'A client opens a conversation (open)',
    request: {
      body: body(
        z.object({
          language: z.enum(languages).optional(),
          station: z.string().max(64).optional(),
        }),
      ),
    },
    responses: {
      201: json(z.object({ token: z.string(), conversation: z.string() }), 'Opened'),
      ...mayFail(400, 415, 429),
    },
  })
  registry.registerPath({
    method: 'post',
    path: '/chat/messages',
    summary: 'A client writes or chooses; 律师 or 人工 asks for the lawyer anywhere',
    security: token,
    request: { body: body(Written) },
    responses: {
      202: json(z.object({ seq: z.number() }), 'Kept'),
      ...mayFail(400, 401, 413, 415, 429),
    },
  })
  registry.registerPath({
    method: 'get',
    path: '/chat/events',
    summary: 'What a client has been told, and is told from now on; `token` may stand in the query',
    security: token,
    request: { headers: cursor, query: z.object({ token: z.string().optional() }) },
    responses: { ...stream('From the beginning, or from a cursor'), ...mayFail(401) },
  })
  registry.registerPath({
    method: 'get',
    path: '/chat/data',
    summary: 'All that is kept of this client, to take along (PIPL art. 45)',
    security: token,
    responses: { 200: json(z.looseObject({}), 'The data'), ...mayFail(401) },
  })
  registry.registerPath({
    method: 'post',
    path: '/chat/corrections',
    summary: 'What this client says is wrong, beside what is kept (PIPL art. 46)',
    security: token,
    request: { body: body(z.object({ text: z.string().min(1).max(MAX_TEXT) })) },
    responses: {
      202: json(z.object({ kept: z.boolean() }), 'Kept'),
      ...mayFail(400, 401, 404),
    },
  })
  registry.registerPath({
    method: 'delete',
    path: '/chat/data',
    summary: 'Forget this client’s words (PIPL art. 47); those under way once they are over',
    security: token,
    responses: {
      200: json(z.object({ forgotten: z.number(), later: z.number() }), 'Forgotten'),
      ...mayFail(401),
    },
  })
}
