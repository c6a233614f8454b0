import type { Env } from './worker/env.ts'
import { front } from './worker/front.ts'

/** The root on Cloudflare Workers: `npm run worker`, `npx wrangler deploy`. */
export { DeskObject } from './worker/desk-object.ts'

export default { fetch: front } satisfies ExportedHandler<Env>
