import type { Wall } from './walls.ts'

/** The walls around what the staff app asks for besides (src/web/api/app-staff.ts). */

const coordinators = (rest: Partial<Wall> = {}): Wall => ({
  lawyer: 403,
  coordinator: 'any',
  ...rest,
})
const lawyersOwn = (rest: Partial<Wall> = {}): Wall => ({
  lawyer: 'own',
  coordinator: 403,
  ...rest,
})
/** Of one's own client alone. */
const holders = (rest: Partial<Wall>): Wall => ({ lawyer: 403, coordinator: 403, ...rest })
const everybody: Wall = { lawyer: 'any', coordinator: 'any' }
/** To anybody, or to whoever has a client's token, which none of these has. */
const open: Wall = { lawyer: 'any', coordinator: 'any', open: true }
const own: Wall = { lawyer: 'own', coordinator: 'own' }

export const appWalls: Record<string, Wall> = {
  'GET /health': open,
  'GET /events': own,
  'POST /chat': open,
  'POST /chat/messages': open,
  'GET /chat/events': open,
  'GET /chat/data': open,
  'DELETE /chat/data': open,
  'POST /chat/corrections': open,
  'GET /now': coordinators(),
  'GET /figures': coordinators({
    query: () => '?from=2026-11-20T00:00:00.000Z&to=2026-11-24T00:00:00.000Z',
  }),
  'GET /staffing': coordinators({
    query: () => '?from=2026-10-20T00:00:00.000Z&to=2026-11-24T00:00:00.000Z',
  }),
  'POST /conversations/{id}/hand': holders({ body: () => ({ lawyer: 'wang' }) }),
  'POST /conversations/{id}/colleague': holders({ body: () => ({ lawyer: 'wang' }) }),
  'POST /conversations/{id}/colleague/answer': holders({ body: () => ({ join: true }) }),
  'DELETE /conversations/{id}/colleague': holders({}),
  'GET /me/beside': own,
  'POST /conversations/{id}/refer': holders({ body: () => ({ to: 'hotline' }) }),
  'POST /conversations/{id}/flag': coordinators({ body: () => ({ on: true }) }),
  'POST /conversations/{id}/backup': coordinators(),
  'POST /staff/message': coordinators({ body: () => ({ text: '今晚维护' }) }),
  'GET /me/told': own,
  'GET /snippets': everybody,
  'GET /wording': everybody,
  'GET /settings': coordinators(),
  'PATCH /settings': coordinators({ body: () => ({}) }),
  'GET /channels': coordinators(),
  'POST /channels/{channel}/test': coordinators({
    id: () => 'sms',
    body: () => ({ to: '+8613800000009' }),
  }),
  'GET /views': own,
  'POST /views': { ...own, body: () => ({ name: '我的', query: 'missed=true' }) },
  'DELETE /views/{id}': { lawyer: 404, coordinator: 404, id: ({ view }) => view },
  'GET /push': lawyersOwn(),
  'POST /push': lawyersOwn({
    body: () => ({
      endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
      keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
    }),
  }),
  'DELETE /push': lawyersOwn({ query: () => '?endpoint=https%3A%2F%2Fnowhere.example%2F' }),
}
