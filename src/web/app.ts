import { OpenAPIHono } from '@hono/zod-openapi'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { FaultError, faults } from '../desk/fault.ts'
import { faultResponse, prefersEnglish } from './answer.ts'
import { access } from './api/access.ts'
import { conversations } from './api/conversations.ts'
import { liveEvents } from './api/events.ts'
import { ledger } from './api/ledger.ts'
import { me } from './api/me.ts'
import { offers } from './api/offers.ts'
import { presence } from './api/presence.ts'
import { rota } from './api/rota.ts'
import { rotaStaff } from './api/rota-staff.ts'
import { staff } from './api/staff.ts'
import { guard, type StaffEnv } from './api/staff-app.ts'
import { undelivered } from './api/undelivered.ts'
import { chatApi } from './chat-api.ts'
import { hooks } from './hooks.ts'
import { pageWords } from './locale/page.ts'
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
  api.on(['GET', 'POST'], '/auth/*', (c) => parts.auth.answer(c.req.raw))
  api.route('/chat', chatApi(parts))
  api.get('/events', liveEvents(parts))
  api.use('/*', guard(parts))
  return api
    .route('/', me(parts))
    .route('/', staff(parts))
    .route('/', presence(parts))
    .route('/', rota(parts))
    .route('/', rotaStaff(parts))
    .route('/', offers(parts))
    .route('/', conversations(parts))
    .route('/', ledger(parts))
    .route('/', access(parts))
    .route('/', undelivered(parts))
}

export type StaffApi = ReturnType<typeof staffApi>

export function makeApp(parts: WebParts, version: string): Hono {
  const app = new Hono()
  app.use(headers)
  app.use((c, next) => sameSite(parts, c, next))
  app.route('/webhooks', hooks(parts))
  app.route('/api', staffApi(parts))
  app.get('/static/:file', (c) => asset(parts, c, `static/${c.req.param('file')}`))
  app.get('/console/assets/:file', (c) => asset(parts, c, `console/assets/${c.req.param('file')}`))
  app.get('/console', (c) => asset(parts, c, 'console/index.html'))
  app.get('/console/*', (c) => asset(parts, c, 'console/index.html'))
  app.route('/', pages(parts, version))
  app.notFound((c) => respond(parts, c, version, new FaultError('not_found')))
  app.onError((error, c) => {
    if (!(error instanceof FaultError)) {
      parts.log.error({ err: error, route: c.req.routePath }, 'request broke')
    }
    return respond(
      parts,
      c,
      version,
      error instanceof FaultError ? error : new FaultError('internal'),
    )
  })
  return app
}

const policy = (inlineStyle: boolean) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", ...(inlineStyle ? ["'unsafe-inline'"] : [])],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    // With `no-referrer` a browser hides its own forms' origin from us too.
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
    xFrameOptions: 'DENY',
    // Set by whatever terminates TLS; on plain HTTP browsers ignore it.
    strictTransportSecurity: false,
  })
const strict = policy(false)
/** Ant Design writes its styles at run time. */
const forConsole = policy(true)

const headers: MiddlewareHandler = (c, next) =>
  (c.req.path.startsWith('/console') ? forConsole : strict)(c, next)

/** Only our own pages, or no browser at all; vendors prove themselves otherwise. */
async function sameSite(parts: WebParts, c: Context, next: () => Promise<void>): Promise<void> {
  const origin = c.req.header('origin')
  if (origin !== undefined && !parts.origins.has(origin)) throw new FaultError('foreign_origin')
  await next()
}

async function asset(parts: WebParts, c: Context, path: string): Promise<Response> {
  const found = await parts.asset(path)
  if (!found) throw new FaultError('not_found')
  const lasting = path.startsWith('console/assets/') || c.req.query('v') !== undefined
  return c.body(found.body as Uint8Array<ArrayBuffer>, 200, {
    'content-type': found.type,
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
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
