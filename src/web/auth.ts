import type { Staff } from '../desk/access.ts'
import type { Db } from '../store/engine.ts'
import { flavourOf } from '../store/flavour.ts'
import { headOf } from '../store/read/head.ts'

/** Sign-in by better-auth, on the desk's own database; loaded with the first request that needs it. */
export interface Auth {
  /** Serves /api/auth/*. */
  answer(request: Request): Promise<Response>
  /** Who is signed in, or null. */
  staff(headers: Headers): Promise<Staff | null>
}

export interface AuthConfig {
  db: Db
  /** Signs the session cookies. */
  secret: string
  publicUrl: string
  origins: ReadonlySet<string>
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
      const answer = await (await auth()).handler(request)
      // The library says 500 whatever the reason; a database out of reach is ours to tell.
      if (answer.status >= 500) await headOf(config.db)
      return answer
    },
    staff: async (headers) => {
      if (!headers.has('cookie')) return null
      const { api } = await auth()
      const session = await api.getSession({ headers }).catch(async (error: unknown) => {
        await headOf(config.db)
        throw error
      })
      if (!session) return null
      const { staff, role, name } = session.user as unknown as {
        staff: string
        role: string
        name: string
      }
      return { id: staff, name, role: role === 'coordinator' ? 'coordinator' : 'lawyer' }
    },
  }
}

async function build({ db, secret, publicUrl, origins }: AuthConfig) {
  const [{ betterAuth }, { username }] = await Promise.all([
    import('better-auth'),
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
      storage: 'memory',
      window: 60,
      max: 600,
      customRules: { '/sign-in/username': { window: 60, max: ATTEMPTS } },
    },
    advanced: {
      cookiePrefix: 'zhiban',
      useSecureCookies: publicUrl.startsWith('https:'),
      // Origins are checked for the whole site in app.ts.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    disabledPaths: ['/is-username-available', '/update-user', '/change-email', '/sign-in/email'],
    logger: { disabled: true },
    telemetry: { enabled: false },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 64,
        usernameValidator: (name) => !/\s/.test(name),
      }),
    ],
  })
}
