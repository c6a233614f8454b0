import { OpenAPIHono } from '@hono/zod-openapi'
import { type Context, Hono } from 'hono'
import { FaultError, faults } from '../desk/fault.ts'
import { Unavailable } from '../store/engine.ts'
import { faultResponse, prefersEnglish } from './answer.ts'
import { access } from './api/access.ts'
import { accounts } from './api/accounts.ts'
import { anchor } from './api/anchor.ts'
import { appStaff } from './api/app-staff.ts'
import { appointments } from './api/appointments.ts'
import { assistSeen } from './api/assist/coordinator.ts'
import { lawyersHelp } from './api/assist/lawyer.ts'
import { describeAuth } from './api/auth-paths.ts'
import { conversations } from './api/conversations.ts'
import { liveEvents } from './api/events.ts'
import { flows } from './api/flows.ts'
import { forgetting } from './api/forget.ts'
import { ledger } from './api/ledger.ts'
import { me } from './api/me.ts'
import { offers } from './api/offers.ts'
import { describeOpen } from './api/open-paths.ts'
import { presence } from './api/presence.ts'
import { rota } from './api/rota.ts'
import { rotaStaff } from './api/rota-staff.ts'
import { safety } from './api/safety.ts'
import { staff } from './api/staff.ts'
import { guard, type StaffEnv } from './api/staff-app.ts'
import { undelivered } from './api/undelivered.ts'
import { chatApi } from './chat-api.ts'
import { dossier } from './dossier/routes.ts'
import { files } from './files.ts'
import { headers } from './headers.ts'
import { hooks } from './hooks.ts'
import { pageWords } from './locale/page.ts'
import { myDataApi } from './my-data.ts'
import type { WebParts } from './parts.ts'
import { pageOf } from './public/layout.ts'
import { faultPage } from './public/pages.ts'
import { pages } from './public/routes.ts'

/** Everything that answers HTTP. */

/** The staff API as its own app: its type is what the console's client is made from. */
export function staffApi(parts: WebParts) {
  const api = new OpenAPIHono<StaffEnv>()
  api.doc('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Zhiban 值班台', version: '0.1.0', description: 'Staff API of one desk' },
  })
  api.get('/health', async (c) => {
    await parts.desk()
    return c.json({ status: 'ok' })
  })
  describeAuth(api)
  describeOpen(api)
  api.on(['GET', 'POST'], '/auth/*', (c) => parts.auth.answer(c.req.raw))
  api.route('/chat', chatApi(parts))
  api.route('/chat', myDataApi(parts))
  api.get('/events', liveEvents(parts))
  api.use('/*', guard(parts))
  return api
    .route('/', me(parts))
    .route('/', staff(parts))
    .route('/', presence(parts))
    .route('/', rota(parts))
    .route('/', rotaStaff(parts))
    .route('/', offers(parts))
    .route('/', appointments(parts))
    .route('/', conversations(parts))
    .route('/', ledger(parts))
    .route('/', access(parts))
    .route('/', lawyersHelp(parts))
    .route('/', assistSeen(parts))
    .route('/', anchor(parts))
    .route('/', forgetting(parts))
    .route('/', undelivered(parts))
    .route('/', appStaff(parts))
    .route('/', dossier(parts))
    .route('/', safety(parts))
    .route('/', accounts(parts))
    .route('/', flows(parts))
}

export type StaffApi = ReturnType<typeof staffApi>

export function makeApp(parts: WebParts, version: string): Hono {
  const app = new Hono()
  app.use(headers)
  app.use((c, next) => sameSite(parts, c, next))
  app.route('/webhooks', hooks(parts))
  app.route('/api', staffApi(parts))
  app.route('/', files(parts.asset))
  app.route('/', pages(parts, version))
  app.notFound((c) => respond(parts, c, version, new FaultError('not_found')))
  app.onError((error, c) => {
    return respond(parts, c, version, faultOf(parts, c, error))
  })
  return app
}

/** Seconds after which a database that was lost is worth asking for again. */
const COME_BACK = 3

function faultOf(parts: WebParts, c: Context, error: unknown): FaultError {
  if (error instanceof FaultError) return error
  if (error instanceof Unavailable) {
    parts.log.warn({ code: error.code }, 'database out of reach')
    return new FaultError('unavailable', { retryAfter: COME_BACK })
  }
  parts.log.error({ err: error, route: c.req.routePath }, 'request broke')
  return new FaultError('internal')
}

/** Only our own pages, or no browser at all; vendors prove themselves otherwise. */
async function sameSite(parts: WebParts, c: Context, next: () => Promise<void>): Promise<void> {
  const origin = c.req.header('origin')
  if (origin !== undefined && !parts.origins.has(origin)) throw new FaultError('foreign_origin')
  await next()
}

/** JSON where a program asks, a page where a person does; never a stack. */
async function respond(
  parts: WebParts,
  c: Context,
  version: string,
  { fault }: FaultError,
): Promise<Response> {
  const page =
    !/^\/(api|webhooks)\//.test(c.req.path) && c.req.header('accept')?.includes('text/html')
  if (!page) return faultResponse(c, fault)
  const [status, zh, en] = faults[fault.code]
  const words = pageWords[prefersEnglish(c) ? 'en' : 'zh-CN']
  if (fault.retryAfter !== undefined) c.header('Retry-After', String(fault.retryAfter))
  // A page bears the desk's name, which is in the database.
  if (fault.code === 'unavailable') return c.text(`${zh}\n\n${en}\n`, status)
  const view = pageOf(c, await parts.desk(), version)
  const missing = fault.code === 'not_found'
  return c.html(
    faultPage(
      view,
      missing ? words.notFoundTitle : words.brokenTitle,
      missing ? words.notFound : `${prefersEnglish(c) ? en : zh} ${words.tryAgain}`,
    ),
    status,
  )
}
