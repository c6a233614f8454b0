import type { Staff } from '../desk/access.ts'
import type { Engine } from '../store/engine.ts'
import { flavourOf } from '../store/flavour.ts'
import { headOf } from '../store/read/head.ts'
import { lockOut } from './lock-out.ts'

/** Sign-in by better-auth, on the desk's own database; loaded with the first request that needs it. */
export interface Auth {
  /** Serves /api/auth/*. */
  answer(request: Request): Promise<Response>
  /** Who is signed in, or null. */
  staff(headers: Headers): Promise<Signed | null>
}

export interface Signed extends Staff {
  /** Of this session, among one's own. */
  session: string
}

export interface AuthConfig {
  engine: Pick<Engine, 'db' | 'atomically'>
  /** Signs the session cookies. */
  secret: string
  publicUrl: string
  origins: ReadonlySet<string>
  now: () => number
  lookup: (text: string) => string
}

const DAY = 86_400

/** Attempts a minute from one address. */
const ATTEMPTS = 60

export function makeAuth(config: AuthConfig): Auth {
  let made: ReturnType<typeof build> | null = null
  const auth = () => {
    made ??= build(config)
    return made
  }
  return {
    answer: async (request) => {
      const answer = await lockOut(config, request, async () => (await auth()).handler(request))
      // The library says 500 whatever the reason; a database out of reach is ours to tell.
      if (answer.status >= 500) await headOf(config.engine.db)
      return answer
    },
    staff: async (headers) => {
      if (!headers.has('cookie')) return null
      const { api } = await auth()
      const session = await api.getSession({ headers }).catch(async (error: unknown) => {
        await headOf(config.engine.db)
        throw error
      })
      if (!session) return null
      const { staff, role, name } = session.user as unknown as {
        staff: string
        role: string
        name: string
      }
      return {
        id: staff,
        name,
        role: role === 'coordinator' ? 'coordinator' : 'lawyer',
        session: session.session.id,
      }
    },
  }
}

const MOST_KEYS = 10_000

/** Counts requests for this desk alone: the library's own store is shared by every desk of a process. */
function attempts() {
  const kept = new Map<string, { count: number; since: number }>()
  return {
    consume: async (key: string, { window, max }: { window: number; max: number }) => {
      const now = Date.now()
      const known = kept.get(key)
      if (!known || now - known.since >= window * 1000) {
        if (kept.size >= MOST_KEYS) kept.clear()
        kept.set(key, { count: 1, since: now })
        return { allowed: true, retryAfter: null }
      }
      if (known.count >= max) {
        const left = known.since + window * 1000 - now
        return { allowed: false, retryAfter: Math.ceil(left / 1000) }
      }
      known.count++
      return { allowed: true, retryAfter: null }
    },
  }
}

/** The name an authenticator app shows. */
export const ISSUER = '值班台'

/** What the library could also do: done by routes of our own, with our rules, or not at all. */
const closed = [
  '/is-username-available',
  '/update-user',
  '/change-email',
  '/sign-in/email',
  '/sign-up/email',
  '/change-password',
  '/set-password',
  '/reset-password',
  '/request-password-reset',
  '/forget-password',
  '/delete-user',
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/list-accounts',
  '/link-social',
  '/unlink-account',
  '/sign-in/social',
  '/send-verification-email',
  '/two-factor/send-otp',
  '/two-factor/verify-otp',
]

async function build({ engine: { db }, secret, publicUrl, origins }: AuthConfig) {
  const [{ betterAuth }, { twoFactor }, { username }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/two-factor'),
    import('better-auth/plugins/username'),
  ])
  return betterAuth({
    database: { db: db as never, type: flavourOf(db).name },
    secret,
    // A desk may be reached below a path, which its requests come without.
    baseURL: new URL(publicUrl).origin,
    basePath: '/api/auth',
    trustedOrigins: [...origins],
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: 14 * DAY, updateAge: DAY },
    user: {
      additionalFields: {
        staff: { type: 'string', input: false },
        role: { type: 'string', input: false },
      },
    },
    rateLimit: {
      enabled: true,
      customStorage: attempts(),
      window: 60,
      max: 600,
      customRules: {
        '/sign-in/username': { window: 60, max: ATTEMPTS },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: 'zhiban',
      useSecureCookies: publicUrl.startsWith('https:'),
      // Origins are checked for the whole site in app.ts.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    disabledPaths: closed,
    logger: { disabled: true },
    telemetry: { enabled: false },
    plugins: [
      twoFactor({ issuer: ISSUER, skipVerificationOnEnable: false }),
      username({
        minUsernameLength: 1,
        maxUsernameLength: 64,
        usernameValidator: (name) => !/\s/.test(name),
      }),
    ],
  })
}
