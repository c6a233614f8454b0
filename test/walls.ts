import type { Person } from './harness.ts'
import { appWalls } from './walls-app.ts'
import { assistWalls } from './walls-assist.ts'
import { paperWalls } from './walls-papers.ts'

/**
 * What each role may do with what belongs to somebody else. Every route of /api/openapi.json must stand here: a new one
 * that does not fails test/story/walls.test.ts until somebody has thought about it.
 */

/** 403 or 404: refused. `own`: answered, with one's own only. `any`: for this role, whoever it is about. */
export type Rule = 403 | 404 | 'own' | 'any'

export interface Wall {
  lawyer: Rule
  coordinator: Rule
  /** Open to everybody, signed in or not. */
  open?: true
  body?: (world: World) => unknown
  query?: (world: World) => string
  /** The sound body is about somebody else's conversation. */
  about?: true
  /** What stands for {id}; somebody else's conversation where nothing is said. */
  id?: (world: World) => string
}

export interface World {
  /** Zhang's, while Li asks. */
  conversation: string
  offer: string
  leave: string
  swap: string
  dutyAsk: string
  session: string
  shift: string
  notice: string
  task: string
  letter: string
  plea: string
  /** Of a language model, about Zhang's conversation. */
  request: string
  /** Zhang's with a client whom he helped before. */
  appointment: string
  /** A later time of Zhang's. */
  slot: string
  line: string
  opinion: string
  batch: string
  complaint: string
  view: string
  rotation: string
  override: string
  authority: string
}

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
const everybody: Wall = { lawyer: 'any', coordinator: 'any' }
const own: Wall = { lawyer: 'own', coordinator: 'own' }
/** Open to everybody; a wrong password or code is 401 or 400 whoever asks. */
const signIn: Wall = { lawyer: 'any', coordinator: 'any', open: true }

/** Zhang's duty tomorrow, as instants. */
const times = { from: '2026-11-24T01:00:00.000Z', to: '2026-11-24T09:00:00.000Z' }
/** A night nobody has. */
export const dutyAsk = (lawyer: string) => ({
  lawyer,
  station: 'jiangcheng',
  methods: ['online'],
  from: '2026-11-24T14:00:00.000Z',
  to: '2026-11-24T16:00:00.000Z',
})
const shift = {
  lawyer: 'zhang',
  station: 'jiangcheng',
  methods: ['online'],
  tier: 'primary',
  mode: 'rotating',
  from: '2026-12-01T09:00',
  to: '2026-12-01T10:00',
}

export const walls: Record<string, Wall> = {
  ...appWalls,
  ...paperWalls,
  ...assistWalls,
  'GET /me': own,
  'GET /staff': everybody,
  'POST /presence': lawyersOwn({ body: () => ({ state: 'on' }) }),
  'GET /rota': everybody,
  'POST /shifts': coordinators({ body: () => shift }),
  'PATCH /shifts/{id}': coordinators({
    id: ({ shift }) => shift,
    body: () => ({ tier: 'backup' }),
  }),
  'DELETE /shifts/{id}': coordinators({ id: ({ shift }) => shift }),
  'GET /rotations': everybody,
  'POST /rotations': coordinators({
    body: () => ({
      station: 'jiangcheng',
      methods: ['online'],
      order: ['zhang'],
      days: 1,
      handover: '09:00',
      from: '09:00',
      to: '10:00',
      starts: '2026-12-01',
    }),
  }),
  'PATCH /rotations/{id}': coordinators({ id: ({ rotation }) => rotation, body: () => ({}) }),
  'DELETE /rotations/{id}': coordinators({ id: ({ rotation }) => rotation }),
  'GET /leave': { lawyer: 'own', coordinator: 'any' },
  'POST /leave': { lawyer: 403, coordinator: 'any', body: () => ({ lawyer: 'zhang', ...times }) },
  'POST /leave/{id}/decide': coordinators({
    id: ({ leave }) => leave,
    body: () => ({ grant: false }),
  }),
  'DELETE /leave/{id}': { lawyer: 403, coordinator: 'any', id: ({ leave }) => leave },
  'GET /overrides': coordinators(),
  'POST /overrides': coordinators({ body: () => ({ lawyer: 'zhang', by: 'wang', ...times }) }),
  'DELETE /overrides/{id}': coordinators({ id: ({ override }) => override }),
  'GET /swaps': { lawyer: 'own', coordinator: 'any' },
  'POST /swaps': lawyersOwn({ body: () => ({ with: 'wang', gives: times }) }),
  'POST /swaps/{id}/accept': { lawyer: 404, coordinator: 403, id: ({ swap }) => swap },
  'POST /swaps/{id}/decline': { lawyer: 404, coordinator: 403, id: ({ swap }) => swap },
  'POST /swaps/{id}/undo': { lawyer: 404, coordinator: 'any', id: ({ swap }) => swap },
  'GET /duty-asks': { lawyer: 'own', coordinator: 'any' },
  'POST /duty-asks': coordinators({ body: () => dutyAsk('wang') }),
  'POST /duty-asks/{id}/accept': { lawyer: 404, coordinator: 403, id: ({ dutyAsk }) => dutyAsk },
  'POST /duty-asks/{id}/decline': { lawyer: 404, coordinator: 403, id: ({ dutyAsk }) => dutyAsk },
  'DELETE /duty-asks/{id}': { lawyer: 403, coordinator: 'any', id: ({ dutyAsk }) => dutyAsk },
  'GET /lawyers': coordinators(),
  'POST /lawyers': coordinators({
    body: () => ({ id: 'new', name: '新', licence: '9', firm: '所' }),
  }),
  'GET /lawyers/{id}/history': coordinators({ id: () => 'zhang' }),
  'PATCH /lawyers/{id}': coordinators({ id: () => 'zhang', body: () => ({ limit: 3 }) }),
  'GET /rota/gaps': everybody,
  'GET /rota/fairness': everybody,
  'GET /rota/explain': everybody,
  'GET /rota/history': coordinators(),
  'GET /rota/publication': coordinators(),
  'POST /rota/publish': coordinators({ body: () => ({}) }),
  'GET /rota/hours': everybody,
  'PUT /rota/hours': coordinators({ body: () => ({ items: [] }) }),
  'GET /authorities': coordinators(),
  'POST /authorities': coordinators({ body: () => ({ name: '市检察院', kind: 'procuratorate' }) }),
  'PATCH /authorities/{id}': coordinators({
    id: ({ authority }) => authority,
    body: () => ({ name: '院' }),
  }),
  'DELETE /authorities/{id}': coordinators({ id: ({ authority }) => authority }),
  'GET /me/calendar': lawyersOwn(),
  'POST /me/calendar/renew': lawyersOwn(),
  'GET /offers': own,
  'POST /offers/{id}/accept': { lawyer: 404, coordinator: 404, id: ({ offer }) => offer },
  'POST /offers/{id}/decline': {
    lawyer: 404,
    coordinator: 404,
    id: ({ offer }) => offer,
    body: () => ({ reason: 'busy' }),
  },
  'GET /conversations': { lawyer: 'own', coordinator: 'any' },
  'GET /conversations/{id}': { lawyer: 403, coordinator: 'any' },
  'POST /conversations/{id}/messages': {
    lawyer: 403,
    coordinator: 403,
    body: () => ({ id: crypto.randomUUID(), text: '我来' }),
  },
  'PUT /conversations/{id}/record': {
    lawyer: 403,
    coordinator: 403,
    body: () => ({ charge: '盗窃', question: '问', answer: '答' }),
  },
  'POST /conversations/{id}/close': {
    lawyer: 403,
    coordinator: 403,
    body: () => ({ outcome: 'answered' }),
  },
  'POST /conversations/{id}/assign': coordinators({ body: () => ({ lawyer: 'wang' }) }),
  'GET /ledger': { lawyer: 'own', coordinator: 'any' },
  'GET /access': coordinators({ query: ({ conversation }) => `?conversation=${conversation}` }),
  'GET /undelivered': coordinators(),
  'GET /anchor': coordinators(),
  'GET /safety': own,
  'DELETE /safety/sessions/{id}': { lawyer: 404, coordinator: 404, id: ({ session }) => session },
  'POST /safety/sessions/end-others': own,
  'POST /safety/password': {
    lawyer: 403,
    coordinator: 403,
    body: () => ({ current: 'zhang-password', next: 'correct horse battery staple' }),
  },
  'GET /accounts': coordinators(),
  'POST /accounts/invite': coordinators({ body: () => ({ id: 'zhang', role: 'lawyer' }) }),
  'DELETE /accounts/{id}/invitation': coordinators({ id: () => 'zhang' }),
  'DELETE /accounts/{id}/sessions': coordinators({ id: () => 'wang' }),
  'GET /flows': everybody,
  'GET /slots': everybody,
  'GET /appointments': { lawyer: 'own', coordinator: 'any' },
  'POST /appointments': coordinators({ about: true }),
  'PATCH /appointments/{id}': {
    lawyer: 403,
    coordinator: 'any',
    id: ({ appointment }) => appointment,
    body: ({ slot }) => ({ slot }),
  },
  'DELETE /appointments/{id}': {
    lawyer: 403,
    coordinator: 'any',
    id: ({ appointment }) => appointment,
  },
  'POST /conversations/{id}/slots': { lawyer: 403, coordinator: 403 },
  'POST /auth/sign-in/username': {
    ...signIn,
    body: () => ({ username: 'zhang', password: 'wrong' }),
  },
  'POST /auth/two-factor/verify-totp': { ...signIn, body: () => ({ code: '000000' }) },
  'POST /auth/two-factor/verify-backup-code': { ...signIn, body: () => ({ code: 'none' }) },
  // With somebody else's password: the library says 400 for it.
  'POST /auth/two-factor/enable': { ...own, body: () => ({ password: 'li-password' }) },
  'POST /auth/two-factor/generate-backup-codes': {
    ...own,
    body: () => ({ password: 'li-password' }),
  },
  'POST /auth/two-factor/disable': { ...own, body: () => ({ password: 'li-password' }) },
  'POST /auth/sign-out': signIn,
  // Last: what it takes away the others ask for.
  'DELETE /conversations/{id}/words': coordinators(),
}

const about = ({ conversation }: World, body: unknown) => ({ ...(body as object), conversation })

/** Asks as somebody for somebody else's. */
export async function knock(
  who: Person,
  route: string,
  wall: Wall,
  world: World,
  /** Where the wall names none. */
  body: unknown,
): Promise<{ status: number; body: unknown }> {
  const [method = '', path = ''] = route.split(' ')
  const id = wall.id?.(world) ?? world.conversation
  const query = wall.query?.(world) ?? ''
  return who.ask(
    method,
    path.replace(/\{[a-z]+\}/g, id) + query,
    wall.body?.(world) ?? (wall.about ? about(world, body) : body),
  )
}
