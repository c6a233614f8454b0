import { Hono } from 'hono'
import { readConfig } from '../config.ts'
import { FaultError, faults } from '../desk/fault.ts'
import { files } from '../web/files.ts'
import { headers } from '../web/headers.ts'
import type { Asset } from '../web/parts.ts'
import { addressOf, COOKIE } from './address.ts'
import { assetOf } from './asset.ts'
import { deskFileOf } from './content.ts'
import type { Env } from './env.ts'
import { consoleLog } from './log.ts'

/** Before any desk: files are the same for all, everything else goes to the object whose desk it is. */
export async function front(request: Request, env: Env): Promise<Response> {
  try {
    return await answer(request, env)
  } catch (error) {
    consoleLog('error', '').error({ err: error }, 'desk broke')
    return faulty('internal')
  }
}

async function answer(request: Request, env: Env): Promise<Response> {
  const config = readConfig(env as unknown as Record<string, string | undefined>)
  const url = new URL(request.url)
  const { desk, path, keep } = addressOf(url, request.headers.get('cookie'), config)
  if (deskFileOf(desk, env.DESK_TEXT) === null) return faulty('not_found')
  url.pathname = path
  const inner = new Request(new Request(url, request), { body: await bodyOf(request) })
  const found = (await file(inner, env)) ?? (await env.DESK.getByName(desk).fetch(inner))
  return keep === null || !isPage(request) ? found : kept(found, keep)
}

/** workerd reads so much of a body that nobody wanted, and then breaks the connection off, the refusal with it. */
const GRACE = 64 * 1024
const MOST = 1024 * 1024

async function bodyOf(request: Request): Promise<ArrayBuffer | ReadableStream | null> {
  const length = Number(request.headers.get('content-length') ?? '0')
  return length > GRACE && length <= MOST ? request.arrayBuffer() : request.body
}

function faulty(code: 'internal' | 'not_found'): Response {
  const [status, zh] = faults[code]
  return Response.json({ error: { code, message: zh } }, { status })
}

/** Null for what is no file, and for one that is not there. */
async function file(request: Request, env: Env): Promise<Response | null> {
  const { pathname } = new URL(request.url)
  const asked = request.method === 'GET' || request.method === 'HEAD'
  if (!asked || !/^\/(static|console)(\/|$)/.test(pathname)) return null
  const app = new Hono()
  app.use(headers)
  const find = (path: string): Promise<Asset | null> => assetOf(env, path)
  app.route('/', files(find))
  app.onError((error) => {
    if (error instanceof FaultError) return new Response(null, { status: 404 })
    throw error
  })
  const found = await app.fetch(request)
  return found.ok ? found : null
}

const isPage = ({ method, headers }: Request): boolean =>
  method === 'GET' && (headers.get('accept') ?? '').includes('text/html')

function kept(answer: Response, desk: string): Response {
  const copy = new Response(answer.body, answer)
  const age = desk === '' ? '; Max-Age=0' : ''
  copy.headers.append('set-cookie', `${COOKIE}=${desk}; Path=/; HttpOnly; SameSite=Lax${age}`)
  return copy
}
