import { faults } from '../desk/fault.ts'
import type { Engine } from '../store/engine.ts'
import { type Attempts, forgive, lockedFor, noteFailure } from '../store/lock.ts'
import { prefersEnglishIn } from './answer.ts'

/**
 * Whoever guesses waits ever longer: five tries a name and address are free, then half a minute, doubled up to a quarter
 * of an hour. A name tried from everywhere at once waits after a hundred (SP 800-63B-4, 3.2.2). Signing in ends it.
 */

const PATH = '/api/auth/sign-in/username'
const SECOND = 1000
const MOST = 15 * 60 * SECOND
const MOST_BODY = 4096

interface LockConfig {
  engine: Pick<Engine, 'db' | 'atomically'>
  now: () => number
  lookup: (text: string) => string
}

export async function lockOut(
  config: LockConfig,
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (request.method !== 'POST' || !new URL(request.url).pathname.endsWith(PATH)) return answer()
  const name = await nameIn(request)
  if (name === null) return answer()
  const rules = rulesFor(config, name, addressOf(request))
  const keys = rules.map(({ key }) => key)
  const wait = await lockedFor(config.engine.db, keys, config.now())
  if (wait > 0) return refused(request, wait)
  const given = await answer()
  if (given.status === 401)
    await config.engine.atomically(async (tx) => {
      for (const rule of rules) await noteFailure(tx, rule, config.now())
    })
  else if (given.ok) await config.engine.atomically((tx) => forgive(tx, keys))
  return given
}

const rulesFor = ({ lookup }: LockConfig, name: string, address: string): Attempts[] => [
  { key: lookup(`${name} ${address}`), free: 5, first: 30 * SECOND, most: MOST },
  { key: lookup(name), free: 100, first: MOST, most: MOST },
]

/** As a proxy in front reports it; without one, one address for all. */
const addressOf = (request: Request): string =>
  (request.headers.get('x-forwarded-for') ?? '').split(',')[0]?.trim() ?? ''

async function nameIn(request: Request): Promise<string | null> {
  const length = Number(request.headers.get('content-length') ?? '0')
  if (length > MOST_BODY) return null
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null)
  const name = (body as { username?: unknown } | null)?.username
  return typeof name === 'string' && name.length <= 64 ? name.toLowerCase() : null
}

function refused(request: Request, wait: number): Response {
  const [status, zh, en] = faults.locked_out
  const message = prefersEnglishIn(request.headers.get('accept-language')) ? en : zh
  return Response.json(
    { error: { code: 'locked_out', message } },
    { status, headers: { 'Retry-After': String(Math.ceil(wait / SECOND)) } },
  )
}
