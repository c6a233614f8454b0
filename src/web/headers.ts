import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** What every answer tells a browser it may not do. */

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

export const headers: MiddlewareHandler = (c, next) =>
  (c.req.path.startsWith('/console') ? forConsole : strict)(c, next)
