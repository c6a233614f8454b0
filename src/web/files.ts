import { type Context, Hono } from 'hono'
import { FaultError } from '../desk/fault.ts'
import type { Asset } from './parts.ts'

/** The pages' style sheet and script, and the staff app: the same for every desk. */

type Find = (path: string) => Promise<Asset | null>

export function files(find: Find): Hono {
  const app = new Hono()
  app.get('/static/:file', (c) => answer(find, c, `static/${c.req.param('file')}`))
  app.get('/console/assets/:file', (c) => answer(find, c, `console/assets/${c.req.param('file')}`))
  for (const file of [
    'sw.js',
    'manifest.webmanifest',
    'icon.svg',
    'icon-192.png',
    'icon-512.png',
  ]) {
    app.get(`/console/${file}`, (c) => answer(find, c, `console/${file}`))
  }
  app.get('/console', (c) => answer(find, c, 'console/index.html'))
  app.get('/console/*', (c) => answer(find, c, 'console/index.html'))
  return app
}

async function answer(find: Find, c: Context, path: string): Promise<Response> {
  const found = await find(path)
  if (!found) throw new FaultError('not_found')
  const lasting = path.startsWith('console/assets/') || c.req.query('v') !== undefined
  return c.body(found.body as Uint8Array<ArrayBuffer>, 200, {
    'content-type': found.type,
    // It serves `/console` itself, which lies above it.
    ...(path === 'console/sw.js' ? { 'service-worker-allowed': '/console' } : {}),
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}
